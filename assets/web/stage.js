// The switch and the copy buttons. Without this file the switch still works as a form.
"use strict";

const card = document.querySelector(".switch");
const state = card.querySelector(".state strong");
const button = card.querySelector("button");
const toast = document.querySelector(".toast");
const LOOK_EVERY_MS = 3000;
const TOAST_MS = 2500;
let isTurning = false;

function show(isOn) {
  const words = card.dataset;
  words.state = isOn ? "on" : "off";
  if (state.textContent !== (isOn ? words.on : words.off)) state.textContent = isOn ? words.on : words.off;
  button.textContent = isOn ? words.turnOff : words.turnOn;
  button.value = String(!isOn);
}

async function turn(event) {
  event.preventDefault();
  const wanted = button.value === "true";
  isTurning = true;
  button.disabled = true;
  card.dataset.state = "busy";
  state.textContent = card.dataset.busy;
  try {
    const answer = await fetch("/school", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ on: wanted }),
    });
    show((await answer.json()).on === true);
  } catch {
    show(!wanted);
  } finally {
    button.disabled = false;
    isTurning = false;
  }
}

async function look() {
  if (isTurning || document.hidden) return;
  try {
    const answer = await fetch("/school");
    const { on } = await answer.json();
    if (!isTurning) show(on === true);
  } catch {
    // The demo has ended; what stands here stays.
  }
}

async function copy(event) {
  await navigator.clipboard.writeText(event.currentTarget.dataset.copy);
  toast.textContent = toast.dataset.copied;
  setTimeout(() => { toast.textContent = ""; }, TOAST_MS);
}

card.querySelector("form").addEventListener("submit", turn);
setInterval(look, LOOK_EVERY_MS);
if (navigator.clipboard) {
  for (const one of document.querySelectorAll(".copy")) {
    one.hidden = false;
    one.addEventListener("click", copy);
  }
}
