// Zooms, moves and turns a picture on the screen. The file is never changed and nothing is fetched.
//   const viewer = new hientruong.Viewer(element with .stage > img and buttons [data-do]);
//   viewer.onchange = () => …; viewer.onswipe = (step) => …;
// A position in the picture is stored as a fraction of its shown size, so that two pictures can be moved together.
globalThis.hientruong ??= {};
(() => {
  const MOST = 8;
  const STEP = 1.5;
  const SWIPE = 60;
  const within = (value, bound) => Math.min(bound, Math.max(-bound, value));

  class Viewer {
    constructor(root) {
      this.root = root;
      this.stage = root.querySelector(".stage");
      this.picture = this.stage.querySelector("img");
      this.note = this.stage.querySelector(".stage-note");
      this.scale = 1;
      this.x = 0;
      this.y = 0;
      this.turned = 0;
      this.pointers = new Map();
      this.onchange = () => {};
      this.onswipe = () => {};
      this.onsaid = () => {};
      this.stage.tabIndex = 0;
      for (const button of root.querySelectorAll("button[data-do]")) {
        button.hidden = false;
        button.addEventListener("click", () => this.act(button.dataset.do));
      }
      this.stage.addEventListener("keydown", (event) => this.key(event) && event.preventDefault());
      this.stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
      this.stage.addEventListener("pointerdown", (event) => this.down(event));
      this.stage.addEventListener("pointermove", (event) => this.move(event));
      for (const name of ["pointerup", "pointercancel"]) this.stage.addEventListener(name, (event) => this.up(event));
      this.stage.addEventListener("dblclick", (event) =>
        this.scale > 1 ? this.act("fit") : this.zoom(2.5, event.clientX, event.clientY),
      );
      this.picture.addEventListener("load", () => this.show());
      new ResizeObserver(() => this.show()).observe(this.stage);
      this.show();
    }

    // Returns the shown size at scale 1, and by which factor that differs from the style sheet's fit if the picture is turned.
    fit() {
      const { clientWidth: width, clientHeight: height } = this.stage;
      const { naturalWidth: across, naturalHeight: down } = this.picture;
      if (!across || !down) return { width, height, more: 1 };
      const flat = Math.min(width / across, height / down);
      const lying = this.turned % 180 !== 0;
      const now = lying ? Math.min(width / down, height / across) : flat;
      return { width: (lying ? down : across) * now, height: (lying ? across : down) * now, more: now / flat };
    }

    show() {
      const fit = this.fit();
      const [width, height] = [fit.width * this.scale, fit.height * this.scale];
      this.x = within(this.x, Math.max(0, (width - this.stage.clientWidth) / 2 / width));
      this.y = within(this.y, Math.max(0, (height - this.stage.clientHeight) / 2 / height));
      this.picture.style.transform =
        `translate(${this.x * width}px, ${this.y * height}px) rotate(${this.turned}deg) scale(${this.scale * fit.more})`;
      this.stage.classList.toggle("close", this.scale > 1);
      this.stage.dataset.scale = this.scale.toFixed(2);
      this.stage.dataset.turned = String(this.turned);
      this.note.textContent = this.told();
      this.note.hidden = this.scale === 1 && this.turned === 0;
    }

    told() {
      const words = this.stage.dataset;
      const parts = [words.saidZoom.replace("{percent}", Math.round(this.scale * 100))];
      if (this.turned) parts.push(words.saidTurn.replace("{degrees}", this.turned));
      return parts.join(" · ");
    }

    // Takes over the zoom and the position of another viewer.
    follow(other) {
      [this.scale, this.x, this.y] = [other.scale, other.x, other.y];
      this.show();
    }

    zoom(factor, clientX, clientY) {
      const before = this.scale;
      this.scale = Math.min(MOST, Math.max(1, before * factor));
      const box = this.stage.getBoundingClientRect();
      const fit = this.fit();
      const middle = [box.left + box.width / 2, box.top + box.height / 2];
      const from = [(clientX ?? middle[0]) - middle[0], (clientY ?? middle[1]) - middle[1]];
      const kept = (away, share, size) => (away - (away - share * size * before) * (this.scale / before)) / (size * this.scale);
      this.x = kept(from[0], this.x, fit.width);
      this.y = kept(from[1], this.y, fit.height);
      this.changed();
    }

    pan(right, below) {
      const fit = this.fit();
      this.x += right / (fit.width * this.scale);
      this.y += below / (fit.height * this.scale);
      this.changed();
    }

    turn(degrees) {
      this.turned = (this.turned + degrees + 360) % 360;
      this.x = this.y = 0;
      this.changed();
    }

    changed() {
      this.show();
      this.onchange(this);
    }

    act(what) {
      if (what === "in") this.zoom(STEP);
      else if (what === "out") this.zoom(1 / STEP);
      else if (what === "right") this.turn(90);
      else if (what === "left") this.turn(-90);
      else if (what === "fit") {
        this.scale = 1;
        this.x = this.y = this.turned = 0;
        this.changed();
      } else return false;
      this.onsaid(this.told());
      return true;
    }

    // Handles a key; returns false for keys that it does not know.
    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const far = 80;
      const moves = { ArrowLeft: [far, 0], ArrowRight: [-far, 0], ArrowUp: [0, far], ArrowDown: [0, -far] };
      if (moves[event.key]) {
        if (!event.shiftKey || this.scale === 1) return false;
        this.pan(...moves[event.key]);
        return true;
      }
      if (event.key.toLowerCase() === "r") return this.act(event.shiftKey ? "left" : "right");
      const acts = { "+": "in", "=": "in", "-": "out", "_": "out", "0": "fit" };
      return event.key in acts && this.act(acts[event.key]);
    }

    wheel(event) {
      const asked = this.root.dataset.wheel === "always" || event.ctrlKey || document.activeElement === this.stage;
      if (!asked) return;
      event.preventDefault();
      this.zoom(Math.exp(-within(event.deltaY, 120) / 400), event.clientX, event.clientY);
    }

    down(event) {
      if (event.button !== 0) return;
      this.stage.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
      this.began = this.pointers.size === 1 ? [event.clientX, event.clientY] : null;
    }

    move(event) {
      const last = this.pointers.get(event.pointerId);
      if (!last) return;
      const others = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
      if (others.length === 0) {
        if (this.scale > 1) this.pan(event.clientX - last[0], event.clientY - last[1]);
        return;
      }
      const apart = ([x, y]) => Math.hypot(x - others[0][0], y - others[0][1]);
      const now = [event.clientX, event.clientY];
      this.zoom(apart(now) / Math.max(1, apart(last)), (now[0] + others[0][0]) / 2, (now[1] + others[0][1]) / 2);
      this.pan((now[0] - last[0]) / 2, (now[1] - last[1]) / 2);
    }

    up(event) {
      if (!this.pointers.delete(event.pointerId) || this.pointers.size > 0) return;
      const { began } = this;
      this.began = null;
      if (!began || event.type !== "pointerup" || event.pointerType === "mouse" || this.scale > 1) return;
      const [right, below] = [event.clientX - began[0], event.clientY - began[1]];
      if (Math.abs(right) > SWIPE && Math.abs(right) > 2 * Math.abs(below)) this.onswipe(right < 0 ? 1 : -1);
    }
  }

  hientruong.Viewer = Viewer;
  // For a page with one picture and no other controls.
  document.addEventListener("DOMContentLoaded", () => {
    for (const root of document.querySelectorAll("[data-viewer=alone]:has(.stage:not(.none) > img)")) {
      const viewer = new Viewer(root);
      const said = root.querySelector("[role=status]");
      viewer.onsaid = (text) => { said.textContent = text; };
    }
  });
})();
