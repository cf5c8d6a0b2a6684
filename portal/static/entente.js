// Makes leaving quicker and safer. Every page works without this file: the exit is an ordinary link.
(() => {
  "use strict";
  const exit = document.querySelector("a.exit");
  const page = document.documentElement;
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("agenda") : null;

  // Back after leaving must not show a page kept in memory.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      page.classList.add("left");
      window.location.reload();
    }
  });
  if (!exit) return;

  const vanish = () => {
    page.classList.add("left");
    document.title = "…";
    window.location.replace(exit.href);
  };
  const leave = () => {
    if (tabs) tabs.postMessage("leave");
    vanish();
  };
  if (tabs) tabs.addEventListener("message", vanish);

  for (const link of document.querySelectorAll("a[data-exit]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  }

  // Shift three times within five seconds, but never while somebody writes.
  const writing = (target) => target instanceof Element
    && target.closest("input, textarea, select, [contenteditable]") !== null;
  let pressed = [];
  let fading = 0;
  const show = () => {
    window.clearTimeout(fading);
    if (pressed.length) exit.dataset.pressed = String(pressed.length);
    else delete exit.dataset.pressed;
    if (pressed.length) fading = window.setTimeout(() => { pressed = []; show(); }, 5000);
  };
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Shift" || writing(event.target)) pressed = [];
    else pressed = [...pressed.filter((then) => event.timeStamp - then <= 5000), event.timeStamp];
    show();
    if (pressed.length >= 3) leave();
  });
})();

// The code of a printed document comes behind the # of its address, which is never sent. It moves into the form and out of sight.
(() => {
  "use strict";
  const field = document.querySelector("input[data-from-address]");
  const code = window.location.hash.slice(1);
  if (!field || !/^[0-9A-Za-z-]{20,40}$/.test(code)) return;
  if (!field.value) field.value = code;
  window.history.replaceState(null, "", window.location.pathname);
})();
