// Builds every class of a configuration as the sites do: node build.js FOLDER CONFIG OUT
'use strict';
const { writeFileSync } = require('fs');
const { createRequire } = require('module');
const path = require('path');
const [folder, config, out] = process.argv.slice(2);
const load = createRequire(path.join(folder, 'package.json'));
const source = '@tailwind base; @tailwind components; @tailwind utilities;';
const plugins = [load('tailwindcss')(path.resolve(config)), load('autoprefixer')];
load('postcss')(plugins)
  .process(source, { from: undefined })
  .then(({ css }) => writeFileSync(out, css));
