// Recomputes the hash of an original in the reader's own browser, so that the reader need not trust the server.
// 1. Fetch the original and compute SHA-256. 2. Compare with the announced hash and with that of the byte receipt.
// 3. If the browser can, check the receipt's Ed25519 signature over its RFC 8785 form.
// The receipt is a flat object of strings and integers. Its RFC 8785 form is thus JSON with sorted keys and no spaces.
(() => {
  const place = document.getElementById("hash-check");
  if (!place) return;
  const words = place.dataset;
  const button = place.querySelector("button");
  const said = place.querySelector("[role=status]");
  button.hidden = false;

  const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

  const tell = (kind, ...lines) => {
    said.replaceChildren();
    const box = document.createElement("div");
    box.className = `notice ${kind}`;
    for (const line of lines) {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      if (/: [0-9a-f]{64}$/.test(line)) paragraph.className = "hash";
      box.append(paragraph);
    }
    said.append(box);
  };

  const get = async (address) => {
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer;
  };

  const canonical = (flat) =>
    JSON.stringify(Object.fromEntries(Object.keys(flat).sort().map((key) => [key, flat[key]])));

  // true or false; null if this browser has no Ed25519.
  const signatureHolds = async (receipt, keys) => {
    const { signature, ...rest } = receipt;
    const known = keys.find((key) => key.key_id === receipt.key_id);
    if (!known) return false;
    let key;
    try {
      key = await crypto.subtle.importKey("jwk", known.public_key, { name: "Ed25519" }, false, ["verify"]);
    } catch {
      return null;
    }
    return crypto.subtle.verify("Ed25519", key, bytes(signature), new TextEncoder().encode(canonical(rest)));
  };

  const check = async () => {
    if (!globalThis.crypto?.subtle) {
      tell("warn", words.checkInsecure);
      return;
    }
    button.disabled = true;
    tell("", words.checking);
    try {
      const [original, receipts] = [await get(words.original), await (await get(words.receipts)).json()];
      const computed = hex(await crypto.subtle.digest("SHA-256", await original.arrayBuffer()));
      const receipt = receipts.byte_receipt;
      const same = computed === words.sha256 && receipt !== null && receipt.sha256 === computed;
      const holds = receipt === null ? false : await signatureHolds(receipt, receipts.server_keys);
      const signature =
        holds === null ? words.checkSignatureUnavailable : holds ? words.checkSignatureGood : words.checkSignatureBad;
      const verdict = same ? words.checkSame : words.checkDiffers;
      const kind = !same || holds === false ? "wrong" : "good";
      tell(kind, verdict, `${words.checkComputed}: ${computed}`, signature);
    } catch {
      tell("warn", words.checkFailed);
    } finally {
      button.disabled = false;
    }
  };

  button.addEventListener("click", check);
})();
