export const TONES = [
  { value: "calm", label: "Calm" },
  { value: "loud", label: "Very loud" },
] satisfies Option[];

export function text(name: string, label = "Text", more = {}) {
  const base = { type: "string" as const, name };
  return { ...base, label, ...more };
}
