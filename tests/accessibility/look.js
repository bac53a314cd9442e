// Looks at the page as it stands and tells what is wrong: by axe-core's rules, and by those of the project that
// axe-core has not. It runs in the page, beside axe-core.
window.look = (() => {
  // Large enough for a thumb, in CSS pixels; half a pixel is rounding.
  const TOUCH = 44 - 0.5;
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex='0']";
  const TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

  const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const words = element => element.textContent.replace(/\s+/g, " ").trim();
  const name = element => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map(one => `.${one}`).join("");
    const text = words(element).slice(0, 40);
    return `${element.localName}${id}${classes}${text ? ` “${text}”` : ""}`;
  };
  const ancestors = element => element ? [element, ...ancestors(element.parentElement)] : [];
  // Only for those who hear the page.
  const isHeardOnly = element => ancestors(element).some(one => getComputedStyle(one).clipPath === "inset(50%)");
  const unseen = element => !shown(element) || isHeardOnly(element) || element.closest(".skip:not(:focus)") !== null;
  const seen = selector => [...document.querySelectorAll(selector)].filter(element => !unseen(element));
  // Behind an open sheet nothing can be reached.
  const reachable = element => {
    const sheet = document.querySelector("dialog:modal");
    return !sheet || sheet.contains(element);
  };

  async function byAxe() {
    const { violations, incomplete } = await axe.run(document, {
      runOnly: TAGS,
      rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
      resultTypes: ["violations", "incomplete"],
    });
    const told = (rules, how) => rules.flatMap(({ id, nodes }) => nodes.map(node => {
      const why = [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ");
      return { rule: `${how}${id}`, where: node.target.join(" "), what: why || node.html.slice(0, 120) };
    }));
    // Over a drawing axe-core does not know the colours.
    const drawn = incomplete.filter(({ id }) => id.startsWith("color-contrast"));
    const unclear = incomplete.filter(rule => !drawn.includes(rule)).map(rule => ({
      ...rule,
      // Locked contacts have no names yet; the line around each link says when it came.
      nodes: rule.nodes.filter(node => rule.id !== "identical-links-same-purpose"
        || !document.querySelector(node.target.at(-1)).closest("li.ticket")),
    }));
    const elements = new Set(drawn.flatMap(({ nodes }) => nodes.map(node => document.querySelector(node.target.at(-1)))));
    return [...told(violations, ""), ...told(unclear, "unclear: "), ...[...elements].flatMap(overDrawing)];
  }

  const channels = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const isOpaque = colour => colour.startsWith("rgb") && (channels(colour)[3] ?? 1) === 1;
  function luminance(colour) {
    const [red, green, blue] = channels(colour).map(value => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  // What is painted behind the element at a point.
  function behind(element, x, y) {
    const hit = document.elementsFromPoint(x, y);
    const own = hit.findIndex(one => element.contains(one));
    // Cut away there, or under something: another look says so.
    if (own < 0) return null;
    // Letters of a drawing are their own paint, a box is behind its words.
    for (const one of hit.slice(element instanceof SVGElement ? own + 1 : own)) {
      const style = getComputedStyle(one);
      const paint = one instanceof SVGElement && one.localName !== "svg" ? style.fill : style.backgroundColor;
      if (isOpaque(paint) && style.opacity === "1") return paint;
    }
    return getComputedStyle(document.body).backgroundColor;
  }

  function overDrawing(element) {
    const { scrollX: x, scrollY: y } = window;
    element.scrollIntoView({ block: "center" });
    const style = getComputedStyle(element);
    const ink = element instanceof SVGElement ? style.fill : style.color;
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 4.5 : 7;
    const range = document.createRange();
    const texts = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
    const rects = texts.flatMap(text => {
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    });
    const ratios = rects.flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].flatMap(across => [0.25, 0.5, 0.75].map(down =>
        behind(element, left + width * across, top + height * down))))
      .filter(Boolean).map(paint => contrast(ink, paint));
    scrollTo(x, y);
    if (rects.length && !ratios.length) return [{ rule: "contrast-over-drawing", where: name(element), what: "cannot be seen" }];
    const worst = Math.min(...ratios);
    return worst < needed ? [{ rule: "contrast-over-drawing", where: name(element), what: `${worst.toFixed(2)} : 1` }] : [];
  }

  // The area that answers to a touch.
  function target(element) {
    const label = element.matches("input[type=checkbox], input[type=radio], input[type=file]") && element.closest("label");
    if (label) return label.getBoundingClientRect();
    const after = getComputedStyle(element, "::after");
    if (after.content !== "none" && after.position === "absolute") {
      let box = element;
      while (box && getComputedStyle(box).position === "static") box = box.parentElement;
      if (box) return box.getBoundingClientRect();
    }
    return element.getBoundingClientRect();
  }

  // A link among words is as high as they are.
  function isRunningText(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return words(block).length > words(element).length;
  }

  const targets = () => seen(CONTROLS)
    .filter(element => !isRunningText(element) && !element.closest("main[tabindex]:focus"))
    .flatMap(element => {
      const { width, height } = target(element);
      const small = width < TOUCH || height < TOUCH;
      return small ? [{ rule: "target-44", where: name(element), what: `${Math.round(width)} × ${Math.round(height)}` }] : [];
    });

  function headings() {
    const count = seen("h1").length;
    return count === 1 || document.querySelector("dialog:modal") ? [] : [{ rule: "one-h1", where: "page", what: `${count} are seen` }];
  }

  function width() {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    return over > 0 ? [{ rule: "no-scrolling-sideways", where: "page", what: `${over} px too wide` }] : [];
  }

  // Words that stand outside the window or of the box they belong to, or that their box cuts off.
  function cut() {
    const problems = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, node =>
      node.data.trim() && !unseen(node.parentElement) && reachable(node.parentElement)
        && !node.parentElement.closest("script, style, svg, select, textarea") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
      const left = Math.min(...rects.map(rect => rect.left));
      const right = Math.max(...rects.map(rect => rect.right));
      for (let box = text.parentElement; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        const clips = style.overflowX !== "visible";
        const painted = clips || style.borderLeftWidth !== "0px" || style.backgroundColor !== "rgba(0, 0, 0, 0)";
        // What scrolls by itself: a table that keys can scroll, or a row that brings what has the focus into view.
        if (style.overflowX === "auto" && (box.tabIndex >= 0 || box.querySelector("a, button"))) break;
        const frame = box === document.body ? { left: 0, right: innerWidth } : box.getBoundingClientRect();
        if (painted && style.display !== "inline" && (left < frame.left - 1 || right > frame.right + 1)) {
          const what = `${Math.round(left)}–${Math.round(right)} in ${Math.round(frame.left)}–${Math.round(frame.right)}`;
          problems.push({ rule: "text-in-its-box", where: `${name(text.parentElement)} in ${name(box)}`, what });
          break;
        }
        if (["hidden", "clip"].includes(style.overflowY) && box.scrollHeight > box.clientHeight + 1 && box !== document.body) {
          const what = `${box.scrollHeight} in ${box.clientHeight}`;
          problems.push({ rule: "text-cut-off", where: name(box), what });
          break;
        }
      }
    }
    return problems;
  }

  const pen = document.createElement("canvas").getContext("2d");
  const placeholders = () => seen("input[placeholder]").flatMap(field => {
    const style = getComputedStyle(field);
    const { fontSize } = getComputedStyle(field, "::placeholder");
    pen.font = `${style.fontWeight} ${fontSize} ${style.fontFamily}`;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const needed = pen.measureText(field.placeholder).width;
    return needed > room + 1 ? [{ rule: "placeholder-cut-off", where: name(field), what: `${Math.round(needed)} in ${Math.round(room)}` }] : [];
  });

  const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "stroke", "strokeWidth", "backgroundColor", "borderTopColor"];
  const look = element => {
    const near = [element, ...element.querySelectorAll("*"), element.parentElement, element.closest("label")];
    return near.filter(Boolean).slice(0, 12).map(one => {
      const style = getComputedStyle(one);
      return LOOKS.map(property => style[property]).join();
    }).join();
  };

  function cover(element) {
    const { left, top, width, height } = target(element);
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit ? name(hit) : `nothing: it is at ${Math.round(left)}, ${Math.round(top)}`;
  }

  // A point of the element at which it, and nothing fixed above it, would be touched.
  function uncovered(element) {
    const { left, top, width, height } = target(element);
    const at = [0.5, 0.15, 0.85].flatMap(x => [0.5, 0.15, 0.85].map(y => [left + width * x, top + height * y]));
    return at.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (element.contains(hit) || hit.contains(element) && !hit.contains(document.querySelector("main"))
        || hit.closest("label")?.contains(element) || element.closest("label")?.contains(hit));
    });
  }

  function focus() {
    const problems = [];
    const before = document.activeElement;
    const [x, y] = [scrollX, scrollY];
    for (const element of document.querySelectorAll(CONTROLS)) {
      if (!shown(element) || !reachable(element) || element.tabIndex < 0 || element.disabled) continue;
      document.activeElement?.blur();
      const unfocused = look(element);
      element.focus({ focusVisible: true });
      if (document.activeElement !== element) continue;
      if (look(element) === unfocused) problems.push({ rule: "focus-visible", where: name(element), what: "looks the same" });
      if (!uncovered(element)) problems.push({ rule: "focus-uncovered", where: name(element), what: `lies under ${cover(element)}` });
    }
    document.activeElement?.blur();
    before?.focus?.();
    scrollTo(x, y);
    return problems;
  }

  // What is wrong with the focus as it is now; nothing, if all is well.
  function focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing has the focus";
    if (!element.matches(":focus-visible")) return `${name(element)} does not show its focus`;
    if (!shown(element)) return `${name(element)} has the focus and is not seen`;
    return uncovered(element) ? "" : `${name(element)} lies under something`;
  }

  const everything = async () => {
    await document.fonts.ready;
    // What is about to be laid out, is.
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const problems = [...headings(), ...width(), ...targets(), ...cut(), ...placeholders(), ...focus(), ...await byAxe()];
    const told = new Map(problems.map(problem => [`${problem.rule} ${problem.where}`, problem]));
    return [...told.values()];
  };
  return Object.assign(everything, { focused });
})();
