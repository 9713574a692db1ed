/* Keeps the field of a point and the map (place-map.js) together: what is picked is typed, and what is typed is marked. */
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const part = byId("on-map");
  const field = byId("f-point");
  if (!part || !field) return;
  const point = byId("point");
  const said = byId("point-said");
  const hidden = [byId("latitude_e7"), byId("longitude_e7")];
  const MOST = [90, 180]; // degrees
  const NUMBER = /^-?[0-9]{1,3}(\.[0-9]{1,10})?$/;

  function read() {
    const text = field.value.replace(";", ",");
    const parts = (text.includes(",") ? text.split(",") : text.trim().split(/\s+/)).map((one) => one.trim());
    const good = parts.length === 2 && parts.every((one, at) => NUMBER.test(one) && Math.abs(Number(one)) <= MOST[at]);
    return good ? parts.map(Number) : null;
  }

  function show() {
    const at = read();
    hidden.forEach((one, index) => { one.value = at ? String(Math.round(at[index] * 1e7)) : ""; });
    said.textContent = at ? `${point.dataset.point}: ${at.map((one) => one.toFixed(5)).join(", ")}` : "";
    point.dispatchEvent(new CustomEvent("point-changed"));
  }

  point.addEventListener("pointed", ({ detail }) => {
    field.value = [detail.latitude, detail.longitude].map((one) => one.toFixed(6)).join(", ");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  point.addEventListener("show-point", show);
  field.addEventListener("input", show);
  point.hidden = false;
  part.open = true;
})();
