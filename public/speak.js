// Reads a page aloud with the phone's own voices, each text with a voice of its language.
//
// Works on what the server rendered, without the app. The button is shown where there are voices for at
// least half of what is to be read; what has no voice is left out.
{
  const speech = window.speechSynthesis;
  const BUTTON = "[data-action=speak]";
  const SILENT = "button, nav, form, svg, dialog, [hidden], [aria-hidden=true], .actions, .hidden-text";
  const BLOCK = "p, h1, h2, h3, li, dt, dd, div, section";

  const primary = tag => tag.toLowerCase().split(/[-_]/)[0];

  // A voice on the phone speaks without a network.
  const voiceOf = language => {
    const voices = speech.getVoices().filter(({ lang }) => primary(lang) === primary(language));
    return voices.find(({ localService }) => localService) ?? voices[0];
  };

  const partsOf = main => {
    const parts = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let last;
    while (walker.nextNode()) {
      const { data, parentElement, nodeName } = walker.currentNode;
      // A line is said like a sentence.
      if (nodeName === "BR") last = undefined;
      if (!data?.trim() || parentElement.closest(SILENT)) continue;
      const block = parentElement.closest(BLOCK);
      const language = parentElement.closest("[lang]").lang;
      if (last?.block === block && last.language === language) last.text += ` ${data}`;
      else parts.push(last = { block, language, text: data });
    }
    return parts.map(({ language, text }) => ({ language, text: text.replace(/\u00ad/g, "") }));
  };

  const length = parts => parts.reduce((sum, { text }) => sum + text.length, 0);

  let speaking;
  let path;

  const stop = () => {
    delete speaking?.dataset.speaking;
    speaking = undefined;
    speech.cancel();
  };

  const start = button => {
    stop();
    const parts = partsOf(button.closest("main")).filter(({ language }) => voiceOf(language));
    const spoken = parts.map(({ language, text }) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language;
      utterance.voice = voiceOf(language);
      return utterance;
    });
    const last = spoken.at(-1);
    if (!last) return;
    speaking = button;
    path = location.pathname;
    button.dataset.speaking = "";
    last.onend = () => {
      if (speaking === button) stop();
    };
    for (const utterance of spoken) speech.speak(utterance);
  };

  let planned = false;
  const update = () => {
    planned = false;
    if (speaking && (location.pathname !== path || !speaking.isConnected)) stop();
    const button = document.querySelector(BUTTON);
    if (!button) return;
    const parts = partsOf(button.closest("main"));
    button.hidden = length(parts.filter(({ language }) => voiceOf(language))) * 2 < length(parts);
  };
  const plan = () => {
    if (!planned) requestAnimationFrame(update);
    planned = true;
  };

  if (speech && document.getElementById("app")) {
    document.addEventListener("click", ({ target }) => {
      const button = target.closest?.(BUTTON);
      if (button) button === speaking ? stop() : start(button);
    });
    new MutationObserver(plan).observe(document.getElementById("app"), { childList: true, subtree: true });
    // Phones name their voices late.
    speech.addEventListener?.("voiceschanged", plan);
    addEventListener("pagehide", stop);
    plan();
  }
}
