// Lets the browser make a passkey, or use one (W3C Web Authentication), and sends its answer with the form around the
// button. A browser that cannot do it leaves the form hidden: the code works without this script.
(() => {
  const form = document.querySelector("form[data-passkey]");
  if (!form) return;
  const words = form.dataset;
  const said = form.querySelector("[data-said]");
  const button = form.querySelector("button");
  const answered = form.elements.answer;
  for (const one of document.querySelectorAll("[data-passkey-missing]")) one.hidden = Boolean(globalThis.PublicKeyCredential);
  if (!globalThis.PublicKeyCredential) return;
  form.hidden = false;
  if (!document.querySelector("[autofocus]")) button.focus();

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const described = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  const make = async (wanted) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...wanted,
        challenge: bytes(wanted.challenge),
        user: { ...wanted.user, id: bytes(wanted.user.id) },
        excludeCredentials: described(wanted.excludeCredentials),
      },
    });
    return {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response: {
        clientDataJSON: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports?.() ?? [],
      },
    };
  };

  const use = async (wanted) => {
    const used = await navigator.credentials.get({
      publicKey: { ...wanted, challenge: bytes(wanted.challenge), allowCredentials: described(wanted.allowCredentials) },
    });
    const { clientDataJSON, authenticatorData, signature, userHandle } = used.response;
    return {
      id: used.id,
      rawId: text(used.rawId),
      type: used.type,
      response: {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
        ...(userHandle && { userHandle: text(userHandle) }),
      },
    };
  };

  const wanted = async () => {
    if (words.options) return JSON.parse(words.options);
    const headers = { "X-CSRF-Token": form.elements.csrf_token.value };
    const answer = await fetch(words.challenge, { method: "POST", headers });
    if (answer.status === 401) throw new DOMException(words.wordSignedOut, "SignedOut");
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const why = ({ name, message }) => {
    if (name === "NotAllowedError" || name === "AbortError") return words.wordStopped;
    if (name === "InvalidStateError") return words.wordKnown;
    return name === "SignedOut" ? message : words.wordFailed;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    said.textContent = words.wordWaiting;
    try {
      answered.value = JSON.stringify(await (words.passkey === "make" ? make : use)(await wanted()));
      form.submit();
    } catch (error) {
      said.textContent = why(error);
      button.disabled = false;
    }
  });
  addEventListener("pageshow", () => {
    button.disabled = false;
  });
})();
