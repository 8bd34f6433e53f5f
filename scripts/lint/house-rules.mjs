const vague = new Set(["util", "utils", "helper", "helpers", "common", "types", "type", "misc"]);

function vagueName(path) {
  const parts = path.split(/[\\/]/);
  const name = (parts.pop() ?? "").split(".")[0];
  return [name, ...parts].find((part) => vague.has(part));
}

const tellingFileName = {
  meta: { type: "suggestion", schema: [], messages: { vague: "`{{name}}` says nothing: name the file or folder after what it knows." } },
  create(context) {
    return {
      Program(node) {
        const name = vagueName(context.filename.slice(context.cwd.length));
        if (name) context.report({ node, messageId: "vague", data: { name } });
      },
    };
  },
};

/** Attributes that somebody sees or hears. */
const spoken = new Set(["alt", "aria-description", "aria-label", "aria-placeholder", "aria-roledescription", "aria-valuetext", "closeLabel", "confirmLabel", "emptyText", "error", "heading", "hint", "label", "placeholder", "retryLabel", "summary", "text", "title", "valueLabel"]);
const hasWords = (text) => /\p{L}{2,}/u.test(text);

/** The first text with words in it that an expression can be: "…", `…`, a ? "…" : b, a && "…", a ?? "…". */
function literalIn(node) {
  switch (node?.type) {
    case "Literal": return typeof node.value === "string" && hasWords(node.value) ? node : null;
    case "TemplateLiteral": return node.quasis.some(({ value }) => hasWords(value.cooked)) ? node : null;
    case "JSXExpressionContainer": return literalIn(node.expression);
    case "ConditionalExpression": return literalIn(node.consequent) ?? literalIn(node.alternate);
    case "LogicalExpression": return literalIn(node.left) ?? literalIn(node.right);
    case "BinaryExpression": return node.operator === "+" ? literalIn(node.left) ?? literalIn(node.right) : null;
    default: return null;
  }
}

const wordsInMessages = {
  meta: { type: "problem", schema: [], messages: { outside: "People read this: it belongs into messages/, in every language." } },
  create(context) {
    const refuse = (node) => node && context.report({ node, messageId: "outside" });
    return {
      JSXText: (node) => refuse(hasWords(node.value) ? node : null),
      JSXAttribute: (node) => refuse(spoken.has(node.name.name) ? literalIn(node.value) : null),
      "JSXElement > JSXExpressionContainer": (node) => refuse(literalIn(node.expression)),
      "JSXFragment > JSXExpressionContainer": (node) => refuse(literalIn(node.expression)),
    };
  },
};

export const houseRules = { rules: { "telling-file-name": tellingFileName, "words-in-messages": wordsInMessages } };
