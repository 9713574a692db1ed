/* The map on which a citizen points at a place. It is drawn from the centres of the communes of the chosen province, on a blank
   ground, or laid over the operator's tiles. Nothing of it is fetched before somebody opens it. */
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const part = byId("on-map");
  if (!part) return;
  const box = byId("place-map");
  const point = byId("point");
  const said = byId("map-said");
  const pointSaid = byId("point-said");
  const province = byId("province");
  const commune = byId("commune");
  const words = part.dataset;
  const NEAR = 12; // the zoom at which a commune fills a phone's screen
  const ISLAND = 1.2; // degrees: communes farther than this from the middle one are reached by their name, or by moving
  const PAD = 2; // pixels between two names

  let map = null;
  let names = null;
  let mark = null;
  let communes = [];
  let asked = 0;

  const position = () => {
    const typed = ["latitude_e7", "longitude_e7"].map((id) => byId(id).value);
    return typed[0] === "" ? null : typed.map((one) => Number(one) / 1e7);
  };

  function load(element, address) {
    return new Promise((done, failed) => {
      const made = document.createElement(element);
      made.onload = done;
      made.onerror = failed;
      if (element === "link") made.rel = "stylesheet";
      made[element === "link" ? "href" : "src"] = address;
      document.head.append(made);
    });
  }

  function begin() {
    map = L.map(box, { attributionControl: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false, minZoom: 4, maxZoom: 19 });
    L.control.zoom({ zoomInTitle: words.closer, zoomOutTitle: words.wider }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    if (words.tiles) L.tileLayer(words.tiles, { maxZoom: 19, referrerPolicy: "no-referrer" }).addTo(map);
    names = L.layerGroup().addTo(map);
    map.setView([16.0, 107.5], 5);
    map.on("click", ({ latlng }) => pointed(latlng));
    map.on("zoomend moveend", draw);
    box.addEventListener("keydown", (pressed) => {
      if (pressed.key !== "Enter" || pressed.target !== box) return;
      pressed.preventDefault();
      pointed(map.getCenter());
    });
  }

  // The map goes on around the world: 465.8 degrees east are 105.8.
  function pointed(at) {
    const { lat, lng } = at.wrap();
    point.dispatchEvent(new CustomEvent("pointed", { detail: { latitude: lat, longitude: lng } }));
  }

  function nearest(at) {
    let best = null;
    for (const [name, latitude, longitude] of communes) {
      const metres = map.distance(at, [latitude, longitude]);
      if (!best || metres < best.metres) best = { name, metres };
    }
    return best;
  }

  function showMark() {
    if (!map) return;
    if (mark) mark.remove();
    mark = null;
    const at = position();
    if (!at) return;
    mark = L.circleMarker(at, { radius: 10, className: "place-mark", interactive: false }).addTo(map);
    if (!map.getBounds().contains(at)) map.setView(at, Math.max(map.getZoom(), NEAR), { animate: false });
    const near = nearest(at);
    if (!near) return;
    const far = (near.metres / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    pointSaid.textContent += `. ${words.near.replace("{name}", near.name).replace("{km}", far)}`;
  }

  // A dot a commune; its name only where it fits and no other dot or earlier name stands.
  function draw() {
    names.clearLayers();
    if (box.hidden) return;
    const ruler = document.createElement("canvas").getContext("2d");
    ruler.font = getComputedStyle(box).font;
    const seen = map.getBounds().pad(0.05);
    const dots = [];
    for (const [name, latitude, longitude] of communes) {
      const at = [latitude, longitude];
      if (!seen.contains(at)) continue;
      L.circleMarker(at, { radius: 3, className: "commune-dot", interactive: false }).addTo(names);
      const { x, y } = map.latLngToContainerPoint(at);
      dots.push({ name, at, x, y });
    }
    const taken = dots.map(({ x, y }) => ({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }));
    for (const { name, at, x, y } of dots) {
      const rect = { left: x + 6, right: x + 8 + ruler.measureText(name).width, top: y - 8, bottom: y + 8 };
      const hit = taken.some((one) => rect.left < one.right + PAD && one.left < rect.right + PAD && rect.top < one.bottom + PAD && one.top < rect.bottom + PAD);
      if (hit || rect.right > map.getSize().x) continue;
      taken.push(rect);
      const text = document.createElement("span");
      text.textContent = name;
      const icon = L.divIcon({ className: "commune-name", html: text, iconSize: null, iconAnchor: [-6, 9] });
      L.marker(at, { icon, interactive: false, keyboard: false }).addTo(names);
    }
  }

  const middle = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

  function showProvince() {
    const [latitude, longitude] = [1, 2].map((place) => middle(communes.map((one) => one[place])));
    const inland = communes.filter((one) => Math.abs(one[1] - latitude) < ISLAND && Math.abs(one[2] - longitude) < ISLAND);
    map.fitBounds(inland.map((one) => [one[1], one[2]]), { padding: [20, 20], animate: false });
  }

  function offer() {
    const sorted = communes.map((one, index) => [one[0], index]).sort((one, other) => one[0].localeCompare(other[0], "vi"));
    commune.replaceChildren(new Option(words.any, ""), ...sorted.map(([name, index]) => new Option(name, String(index))));
    byId("commune-part").hidden = communes.length === 0;
  }

  async function refresh() {
    if (!part.open) return;
    const mine = ++asked;
    const address = province.selectedOptions[0]?.dataset.communes;
    try {
      if (!window.L) await Promise.all([load("link", words.style), load("script", words.script)]);
      const answer = address ? await fetch(address) : null;
      if (answer && !answer.ok) throw new Error(String(answer.status));
      const read = answer ? await answer.json() : [];
      if (mine !== asked) return; // another province was chosen meanwhile
      communes = read;
    } catch {
      if (mine === asked) said.textContent = words.failed;
      return;
    }
    const blank = !words.tiles && communes.length === 0 && !position();
    said.textContent = blank ? words.choose : "";
    box.hidden = blank;
    if (!map) begin();
    offer();
    if (blank) return;
    map.invalidateSize();
    if (communes.length) showProvince();
    point.dispatchEvent(new CustomEvent("show-point"));
    draw();
  }

  commune.addEventListener("change", () => {
    if (commune.value === "") {
      showProvince();
      return;
    }
    const [, latitude, longitude] = communes[Number(commune.value)];
    map.setView([latitude, longitude], NEAR + 1, { animate: false });
  });
  province.addEventListener("change", refresh);
  part.addEventListener("toggle", refresh);
  point.addEventListener("point-changed", showMark);
})();
