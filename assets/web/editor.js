// The grid of a rubric is saved by its button alone, and is not lost by leaving. Without this file
// every press still sends all that was typed, and it comes back.
"use strict";

const editor = document.getElementById("editor");
let isSending = false;

function hasChanged() {
  return "unsaved" in editor.dataset || [...editor.elements].some((one) =>
    one.type === "checkbox" ? one.checked !== one.defaultChecked
      : one.matches("input:not([type=hidden]), textarea") && one.value !== one.defaultValue);
}

editor.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
});
editor.addEventListener("submit", () => { isSending = true; });
addEventListener("pageshow", () => { isSending = false; });
addEventListener("beforeunload", (event) => {
  if (!isSending && hasChanged()) event.preventDefault();
});
