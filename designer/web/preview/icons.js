// @ts-check
// The icons of the toolbar on the page, by the names that the command list gives them. esbuild
// inlines the files as text.

import above from '../../../resources/icons/add-above.svg';
import below from '../../../resources/icons/add-below.svg';
import copy from '../../../resources/icons/copy.svg';
import describe from '../../../resources/icons/describe.svg';
import down from '../../../resources/icons/down.svg';
import grip from '../../../resources/icons/grip.svg';
import image from '../../../resources/icons/image.svg';
import trash from '../../../resources/icons/trash.svg';
import up from '../../../resources/icons/up.svg';

/** @type {Record<string, string>} */
export const ICONS = {
  'add-above': above, 'add-below': below, copy, describe, down, grip, image, trash, up,
};
