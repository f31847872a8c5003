// Reads the recovery key's file into the form, so that nobody has to open and copy it. Without this
// file its words are pasted by hand.
"use strict";

const keyLimit = 5000;
const keyWords = document.getElementById("key");
const keyFile = document.getElementById("key-file");

if (keyWords && keyFile) {
  keyFile.hidden = false;
  keyFile.querySelector("input").addEventListener("change", async (event) => {
    const [chosen] = event.target.files;
    if (chosen && chosen.size <= keyLimit) keyWords.value = await chosen.text();
  });
}
