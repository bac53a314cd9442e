// What a phone in a hand has and a browser without a window lacks: voices to read aloud with. And a clock that a test
// can set, where the market's day would be over.
{
  const voices = ["de", "en", "ar", "tr", "ru", "uk", "pl", "vi"].map(lang => ({ lang, localService: true }));
  speechSynthesis.getVoices = () => voices;
  const storage = () => {
    try {
      return sessionStorage.getItem("test-clock");
    } catch {
      return null;
    }
  };
  const clock = storage();
  if (clock) {
    const RealDate = Date;
    const now = new RealDate(clock).getTime();
    window.Date = class extends RealDate {
      constructor(...parts) {
        super(...(parts.length ? parts : [now]));
      }
      static now() {
        return now;
      }
    };
    document.addEventListener("DOMContentLoaded", () => document.getElementById("app")?.removeAttribute("data-today"));
  }
}
