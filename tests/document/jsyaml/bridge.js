// Answers one JSON line for each JSON line on standard input:
// {"dump": value, "with": "js-yaml" | "js-yaml-4", "options": {…}} → the text
// {"load": text, "with": …} → {"value": …} or {"error": …}
// {"matter": text} → {"value": …, "content": …} or {"error": …}
'use strict';
const readline = require('readline');
const { createRequire } = require('module');
const load = createRequire(process.argv[2] + '/package.json');
const [three, four] = [load('js-yaml'), load('js-yaml-4')];
const libraries = {
  'js-yaml': { dump: three.safeDump, load: three.safeLoad },
  'js-yaml-4': { dump: four.dump, load: four.load },
};
const matter = load('gray-matter');

// Values as JSON which keeps what JSON loses: kinds of numbers, dates, the order of keys.
function encoded(value) {
  if (value instanceof Date) return { kind: 'date' };
  if (Buffer.isBuffer(value)) return { kind: 'bytes' };
  if (Array.isArray(value)) return { kind: 'list', of: value.map(encoded) };
  if (typeof value === 'number') return { kind: 'number', of: Object.is(value, -0) ? '-0' : String(value) };
  if (value !== null && typeof value === 'object') {
    return { kind: 'map', of: Object.entries(value).map(([key, item]) => [key, encoded(item)]) };
  }
  return value === undefined ? null : value;
}

// A date is sent as an object with one key.
function revived(key, value) {
  return value && value.a_date ? new Date(value.a_date) : value;
}

function answer(question) {
  const library = libraries[question.with || 'js-yaml'];
  try {
    if ('dump' in question) return library.dump(question.dump, question.options || {});
    if ('load' in question) return { value: encoded(library.load(question.load)) };
    const file = matter(question.matter, {});
    return { value: encoded(file.data), content: file.content };
  } catch (error) {
    return { error: String(error.message).split('\n')[0] };
  }
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line, revived))) + '\n');
});
