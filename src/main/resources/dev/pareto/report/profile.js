"use strict";
for (const table of document.querySelectorAll("table")) {
  const heads = [...table.querySelectorAll("th")];
  heads.forEach((head, column) => {
    let down = false;
    head.addEventListener("click", () => {
      down = !down;
      const body = table.tBodies[0];
      const rows = [...body.rows].map((row) => [row.cells[column].dataset.v, row]);
      const figures = body.rows.length > 0 && body.rows[0].cells[column].className === "n";
      rows.sort((a, b) => (figures ? a[0] - b[0] : a[0] < b[0] ? 1 : a[0] > b[0] ? -1 : 0));
      if (down) rows.reverse();
      for (const row of rows) body.append(row[1]);
    });
  });
}
const icicle = document.getElementById("icicle");
if (icicle) {
  const boxes = [...icicle.querySelectorAll("svg")].map((box) => ({
    box,
    x: Number(box.dataset.x),
    w: Number(box.dataset.w),
  }));
  const look = (at) => {
    for (const one of boxes) {
      const from = Math.max(0, (one.x - at.x) / at.w);
      const to = Math.min(1, (one.x + one.w - at.x) / at.w);
      one.box.style.display = to - from > 0.0005 ? "" : "none";
      one.box.setAttribute("x", 100 * from + "%");
      one.box.setAttribute("width", 100 * Math.max(0, to - from) + "%");
    }
  };
  for (const one of boxes) {
    one.box.addEventListener("click", () => look(one));
    one.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") look(one);
    });
  }
}
