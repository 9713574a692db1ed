/* The map of a visit. It draws what the page's own list says, with the still map's marks, on a blank ground. It sends no
   requests unless the operator configured a source of tiles. Without this script the still map stays. */
"use strict";

(() => {
  const box = document.getElementById("map");
  if (!box || !window.L) return;

  const APART = 40; // pixels between the middles of two marks
  const SPREAD = 150; // with more marks than this, none are moved apart
  const LARGEST_CIRCLE = 60; // metres: a coarser fix must not shrink the others to a dot
  const LEAST = 24; // metres of ground around a single fix
  const quiet = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const words = box.dataset;
  const chosen = document.getElementById("chosen");
  const frame = document.querySelector(".fixes-frame");

  const fixes = [...document.querySelectorAll(".fix")].map((item) => ({
    item,
    number: Number(item.dataset.number),
    at: L.latLng(item.dataset.latitude / 1e7, item.dataset.longitude / 1e7),
    accuracy: item.dataset.accuracy / 1000,
    colour: `officer-${item.dataset.colour}`,
    officer: item.dataset.officer,
    held: item.dataset.held === "1",
  }));
  const address = words.latitude ? L.latLng(words.latitude / 1e7, words.longitude / 1e7) : null;

  box.hidden = false;
  const map = L.map(box, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.25,
    maxZoom: 24,
    zoomAnimation: !quiet,
    fadeAnimation: !quiet,
    markerZoomAnimation: !quiet,
    inertia: !quiet,
  });

  function showAll() {
    const bounds = L.latLngBounds([]);
    for (const fix of fixes) bounds.extend(fix.at.toBounds(Math.max(LEAST, 2 * Math.min(fix.accuracy, LARGEST_CIRCLE))));
    if (address) bounds.extend(address.toBounds(LEAST));
    map.fitBounds(bounds, { padding: [40, 40], maxZoom: 22, animate: false });
  }
  showAll(); // must come first: before a map has a view, its marks have no elements

  /* ground */
  if (words.tiles) L.tileLayer(words.tiles, { maxNativeZoom: 19, maxZoom: 24 }).addTo(map);
  map.createPane("graticule").style.zIndex = 250;
  const graticule = L.layerGroup().addTo(map);

  function nice(least) {
    const power = 10 ** Math.floor(Math.log10(least));
    return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= least * (1 - 1e-9));
  }

  function drawGraticule() {
    const bounds = map.getBounds();
    const across = (bounds.getEast() - bounds.getWest()) / map.getSize().x;
    const step = Math.max(1e-7, nice(across * 110));
    const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    graticule.clearLayers();
    const line = (ends) =>
      L.polyline(ends, { pane: "graticule", className: "graticule", interactive: false, noClip: true }).addTo(graticule);
    const label = (at, degrees, anchor) => {
      const text = document.createElement("span");
      text.textContent = `${degrees.toFixed(decimals)}°`;
      text.className = "degrees";
      const icon = L.divIcon({ className: "map-degrees", html: text, iconSize: [0, 0], iconAnchor: anchor });
      L.marker(at, { pane: "graticule", icon, interactive: false, keyboard: false }).addTo(graticule);
    };
    const within = (low, high) => {
      const first = Math.ceil(low / step);
      return Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, i) => (first + i) * step);
    };
    // a label is left out where the edge would cut it, or the buttons cover it
    const at = (latitude, longitude) => map.latLngToContainerPoint([latitude, longitude]);
    for (const latitude of within(bounds.getSouth(), bounds.getNorth())) {
      line([[latitude, bounds.getWest()], [latitude, bounds.getEast()]]);
      if (at(latitude, bounds.getWest()).y > 16) label([latitude, bounds.getWest()], latitude, [-62, 14]);
    }
    for (const longitude of within(bounds.getWest(), bounds.getEast())) {
      line([[bounds.getSouth(), longitude], [bounds.getNorth(), longitude]]);
      if (at(bounds.getNorth(), longitude).x > 56) label([bounds.getNorth(), longitude], longitude, [-4, -4]);
    }
  }

  /* marks */
  const path = (colour, kind, more = {}) => ({ className: `${kind} ${colour}`, interactive: false, ...more });

  function icon(mark, viewBox, anchor, name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", viewBox);
    svg.setAttribute("aria-hidden", "true");
    svg.append(mark.cloneNode(true));
    return L.divIcon({ className: `map-mark ${name}`, html: svg, iconSize: [44, 44], iconAnchor: anchor });
  }

  for (const fix of fixes) L.circle(fix.at, { radius: fix.accuracy, ...path(fix.colour, "accuracy") }).addTo(map);
  for (const officer of new Set(fixes.map((fix) => fix.officer))) {
    const way = fixes.filter((fix) => fix.officer === officer && !fix.held);
    if (way.length > 1) L.polyline(way.map((fix) => fix.at), path(way[0].colour, "track")).addTo(map);
  }
  if (address) {
    const pin = icon(document.querySelector("#mark-address .mark-address"), "-22 -40 44 44", [22, 40], "map-address");
    L.marker(address, { icon: pin, keyboard: false, interactive: false, alt: words.addressTitle }).addTo(map);
  }
  for (const fix of fixes) {
    fix.spot = L.circleMarker(fix.at, { radius: 3, ...path(fix.colour, "spot") }).addTo(map);
    fix.leader = L.polyline([fix.at, fix.at], path(fix.colour, "leader")).addTo(map);
    const mark = fix.item.querySelector(".mark-of");
    fix.marker = L.marker(fix.at, {
      icon: icon(mark, "-22 -22 44 44", [22, 22], fix.held ? "in-doubt" : ""),
      keyboard: true,
      riseOnHover: true,
    }).addTo(map);
    const element = fix.marker.getElement();
    element.dataset.number = fix.number;
    element.setAttribute("aria-label", `${fix.number}. ${fix.item.querySelector(".fix-what").textContent.trim()}`);
    fix.marker.on("click", () => choose(fix, "map"));
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      choose(fix, "map");
    });
  }

  /* Moves apart marks that would cover each other; a thin line leads to the position of each. */
  const spots = [[0, 0]];
  for (let ring = 1; ring <= 6; ring += 1) {
    for (let step = 0; step < 8 * ring; step += 1) {
      const angle = (2 * Math.PI * step) / (8 * ring);
      spots.push([ring * APART * Math.sin(angle), -ring * APART * Math.cos(angle)]);
    }
  }

  function spread() {
    const taken = address ? [map.latLngToLayerPoint(address).subtract([0, 22])] : [];
    const free = (spot) => taken.every((other) => spot.distanceTo(other) >= APART * 0.95);
    for (const fix of fixes) {
      const own = map.latLngToLayerPoint(fix.at);
      const near = spots.map(([x, y]) => own.add([x, y]));
      const spot = taken.length < SPREAD ? near.find(free) ?? own : own;
      taken.push(spot);
      const place = spot === near[0] || spot === own ? fix.at : map.layerPointToLatLng(spot);
      fix.marker.setLatLng(place);
      fix.leader.setLatLngs([fix.at, place]);
    }
  }

  /* links the same act on the map, in the list, and below the map */
  function choose(fix, from) {
    for (const other of fixes) {
      other.item.toggleAttribute("aria-current", false);
      other.marker.getElement().classList.toggle("picked", other === fix);
      other.marker.setZIndexOffset(other === fix ? 1000 : 0);
    }
    fix.item.setAttribute("aria-current", "true");
    const parts = [fix.item.querySelector(".mark"), fix.item.querySelector(".fix-text"), fix.item.querySelector(".fix-thumb")];
    chosen.replaceChildren(...parts.filter(Boolean).map((part) => part.cloneNode(true)));
    chosen.querySelector(".show")?.remove();
    chosen.querySelector("[id]")?.removeAttribute("id");
    chosen.hidden = false;
    if (from !== "list") {
      if (frame) frame.scrollTop += fix.item.getBoundingClientRect().top - frame.getBoundingClientRect().top - 8;
    } else {
      map.panInside(fix.marker.getLatLng(), { padding: [60, 60], animate: !quiet });
      box.scrollIntoView({ block: "nearest" });
    }
  }

  for (const fix of fixes) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet show";
    button.textContent = words.show;
    const which = document.createElement("span");
    which.className = "visually-hidden";
    which.textContent = ` ${fix.number}`;
    button.append(which);
    button.addEventListener("click", () => choose(fix, "list"));
    fix.item.querySelector(".fix-text").append(button);
  }

  /* what is shown at the edges */
  function control(position, make) {
    const made = new L.Control({ position });
    made.onAdd = make;
    made.addTo(map);
  }
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  control("topright", () => {
    const north = L.DomUtil.create("div", "map-north");
    north.title = words.northTitle;
    north.append("↑", document.createElement("br"), words.north);
    return north;
  });
  control("bottomright", () => {
    const button = L.DomUtil.create("button", "");
    button.type = "button";
    button.textContent = words.all;
    L.DomEvent.disableClickPropagation(button).on(button, "click", () => showAll());
    return button;
  });

  map.on("zoomend", spread).on("moveend", drawGraticule);
  spread();
  drawGraticule();
  document.documentElement.classList.add("has-map"); // the map is complete, so the still map can be hidden

  /* `#act-…`: another page linked to this mark */
  const led = fixes.find((fix) => `#${fix.item.querySelector(".fix-text").id}` === location.hash);
  if (led) choose(led, "link");
})();
