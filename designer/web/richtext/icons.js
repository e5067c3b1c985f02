// The icons of the toolbar, by the name of the command. esbuild inlines the files as text.

import bold from '../../../resources/icons/bold.svg'
import code from '../../../resources/icons/code.svg'
import heading from '../../../resources/icons/heading.svg'
import italic from '../../../resources/icons/italic.svg'
import link from '../../../resources/icons/link.svg'
import list from '../../../resources/icons/list.svg'
import numbers from '../../../resources/icons/numbers.svg'
import quote from '../../../resources/icons/quote.svg'
import strike from '../../../resources/icons/strike.svg'
import undo from '../../../resources/icons/undo.svg'

export const ICONS = {
  strong: bold,
  em: italic,
  code,
  strike,
  link,
  heading,
  bullet_list: list,
  ordered_list: numbers,
  blockquote: quote,
  undo,
}
