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

export const houseRules = { rules: { "telling-file-name": tellingFileName } };
