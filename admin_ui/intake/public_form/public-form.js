// Conveniences of the citizens' form. Without this script everything can still be filled in and sent.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("report");
  if (!form) return;
  const fields = { latitude: byId("latitude_e7"), longitude: byId("longitude_e7"), accuracy: byId("accuracy_m") };
  const point = byId("point");
  const said = byId("point-said");
  const off = byId("locate-off");

  const showPoint = () => {
    const has = fields.latitude.value !== "" && fields.longitude.value !== "";
    off.hidden = !has;
    if (!has) {
      said.textContent = "";
    } else if (fields.accuracy.value !== "") {
      said.textContent = `${point.dataset.located} ${fields.accuracy.value} m`;
    } else {
      const at = [fields.latitude, fields.longitude].map((one) => (Number(one.value) / 1e7).toFixed(5));
      said.textContent = `${point.dataset.point}: ${at.join(", ")}`;
    }
    point.dispatchEvent(new CustomEvent("point-changed"));
  };
  const setPoint = (latitude, longitude, accuracy) => {
    fields.latitude.value = String(Math.round(latitude * 1e7));
    fields.longitude.value = String(Math.round(longitude * 1e7));
    fields.accuracy.value = accuracy === undefined ? "" : String(Math.min(9999999, Math.round(accuracy)));
    showPoint();
  };
  off.addEventListener("click", () => {
    for (const one of Object.values(fields)) one.value = "";
    showPoint();
    byId("locate").focus();
  });

  if ("geolocation" in navigator && window.isSecureContext) {
    byId("locate").addEventListener("click", () => {
      said.textContent = point.dataset.locating;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => setPoint(coords.latitude, coords.longitude, coords.accuracy),
        () => { said.textContent = point.dataset.failed; },
        { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 },
      );
    });
    point.hidden = false;
  } else {
    byId("locate").hidden = true;
    byId("locate-said").hidden = true;
  }

  // The map, if there is one, sets the point by an event, and hears of every change by another.
  if (byId("on-map")) point.hidden = false;
  point.addEventListener("pointed", ({ detail }) => setPoint(detail.latitude, detail.longitude));
  point.addEventListener("show-point", showPoint);
  if (fields.latitude.value !== "") point.hidden = false;
  showPoint();

  const photographs = byId("photographs");
  const faults = byId("photographs-fault");
  const look = () => {
    const files = [...photographs.files];
    const wrong = files
      .filter((file) => file.size > Number(photographs.dataset.mostBytes))
      .map((file) => photographs.dataset.tooLarge.replace("{name}", file.name));
    if (files.length > Number(photographs.dataset.most)) wrong.push(photographs.dataset.tooMany);
    faults.replaceChildren(...wrong.map((text) => {
      const line = document.createElement("p");
      line.className = "fault";
      line.textContent = text;
      return line;
    }));
    photographs.toggleAttribute("aria-invalid", wrong.length > 0);
    byId("photographs-said").textContent = files.length ? `${photographs.dataset.chosen}: ${files.map((file) => file.name).join(", ")}` : "";
    return wrong.length === 0;
  };
  photographs.addEventListener("change", look);

  form.addEventListener("submit", (sent) => {
    if (photographs.files.length && !look()) {
      sent.preventDefault();
      photographs.focus();
      return;
    }
    byId("sending").textContent = form.dataset.sending;
    byId("send").setAttribute("aria-disabled", "true");
  });
  window.addEventListener("pageshow", () => {
    byId("sending").textContent = "";
    byId("send").removeAttribute("aria-disabled");
  });
  byId("problems")?.focus();
})();
