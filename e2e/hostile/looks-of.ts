/** What a customer sees of the embed, one of each kind, by the name that a test calls it. */
const LIST = {
  'the button': '.nectar-inline > .nectar-btn',
  'its icon': '.nectar-inline > .nectar-btn .nectar-icon',
  'the title of the list': '.nectar-list__top h3',
  'the rows of the list': 'ul.nectar-rows',
  'a row': 'li.nectar-row',
  'a name': '.nectar-who b',
  'a badge': '.nectar-badge',
  'a sentence': '.nectar-row__state p',
  'a time': '.nectar-row time',
  'a card': '.nectar-card',
  'a button to unfold': '.nectar-disclosure',
}
const INTRO = {
  'the dialog': 'dialog.nectar-dialog',
  'the close button': '.nectar-close',
  'the title': 'dialog h2',
  'the lead': 'dialog .nectar-lead',
  'the facts': 'dialog dl',
  'what a fact is about': 'dialog dt',
  'what a fact says': 'dialog dd',
  'a choice': 'dialog .nectar-choice',
  'the words of a choice': 'dialog .nectar-choice b',
  'small print': 'dialog .nectar-fine',
  'a link': 'dialog a.nectar-link',
}
const SHARE = {
  'a label': 'dialog label',
  'a field': 'dialog input.nectar-input',
  'the main button': "dialog .nectar-btn[data-nectar-kind='primary']",
}
const FRAME = {
  'the dialog with Nectar’s page': 'dialog.nectar-dialog',
  'its head': 'dialog header',
  'its foot': 'dialog footer',
  'its title': 'dialog h2',
  'the box of the page': 'dialog .nectar-frame',
  'Nectar’s page': 'dialog iframe',
}

/** The screens, and what of them is looked at. */
export const LOOKED_AT = { list: LIST, intro: INTRO, share: SHARE, frame: FRAME } as const

/** What a host’s style sheet could change of an element: all that is promised to stay. */
const PROPERTIES = [
  'display',
  'position',
  'margin',
  'padding',
  'border',
  'border-radius',
  'background-color',
  'background-image',
  'color',
  'fill',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'letter-spacing',
  'word-break',
  'text-transform',
  'text-align',
  'text-decoration-line',
  'text-shadow',
  'list-style',
  'box-sizing',
  'box-shadow',
  'cursor',
  'vertical-align',
  'float',
  'width',
  'height',
  'max-width',
]

export type Looks = Record<string, string | null>

/** Reads the computed values and the place of each element. Null: it is not there. Runs within the page. */
export function looksOf([elements, properties]: [Record<string, string>, string[]]): Looks {
  return Object.fromEntries(
    Object.entries(elements).map(([name, selector]) => {
      const element = document.querySelector(selector)
      if (element === null) return [name, null]
      const style = getComputedStyle(element)
      const { width, height, left, top } = element.getBoundingClientRect()
      // Where the page’s own parts stand is the page’s to say, but not where a dialog does.
      const place = element.matches('dialog *, dialog') ? [left, top, width, height].map(Math.round) : []
      return [name, [...properties.map((p) => `${p}: ${style.getPropertyValue(p)}`), ...place].join('; ')]
    }),
  )
}

export const lookedAt = (screen: keyof typeof LOOKED_AT): [Record<string, string>, string[]] => [
  LOOKED_AT[screen],
  PROPERTIES,
]
