// A teacher's answer is sent by its buttons alone, and is not lost by leaving. Without this file the
// server asks instead: the form's first button only shows the page again.
"use strict";

const answer = document.getElementById("answer");
let isSending = false;

function sendsNothing(event) {
  if (event.key === "Enter" && event.target.matches("input[type=radio]")) event.preventDefault();
}

function hasWords() {
  return [...answer.querySelectorAll("textarea")].some((one) => one.value !== one.defaultValue);
}

answer.addEventListener("keydown", sendsNothing);
answer.addEventListener("submit", () => { isSending = true; });
addEventListener("beforeunload", (event) => {
  if (!isSending && hasWords()) event.preventDefault();
});
