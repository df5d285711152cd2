import { all } from '../dom.ts'

/** A line begins this much lower than the one before it. */
const LINE_PX = 4

/** Arrows go through a menu: left and right one by one, up and down to what is nearest in the next line. */
export function moveInMenu(event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLElement) || event.target.matches('input')) return
  const menu = event.target.closest('#status-menu, #scenarios')
  if (menu === null) return
  const choices = all('button[data-choice], button[data-call]', menu)
  const from = choices.indexOf(event.target)
  const next = from < 0 ? undefined : nextOf(choices, from, event.key)
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

function nextOf(choices: HTMLElement[], from: number, key: string): HTMLElement | undefined {
  switch (key) {
    case 'Home':
      return choices[0]
    case 'End':
      return choices.at(-1)
    case 'ArrowLeft':
      return choices[from - 1]
    case 'ArrowRight':
      return choices[from + 1]
    case 'ArrowUp':
      return nearest(choices, from, -1)
    case 'ArrowDown':
      return nearest(choices, from, 1)
    default:
      return undefined
  }
}

function nearest(choices: HTMLElement[], from: number, direction: 1 | -1): HTMLElement | undefined {
  const boxes = choices.map((choice) => ({ choice, box: choice.getBoundingClientRect() }))
  const here = boxes[from]?.box
  if (here === undefined) return undefined
  const away = ({ box }: (typeof boxes)[number]) => (box.top - here.top) * direction
  const aside = ({ box }: (typeof boxes)[number]) => Math.abs(box.left - here.left)
  return boxes
    .filter((one) => away(one) > LINE_PX)
    .sort((a, b) => away(a) - away(b) || aside(a) - aside(b))[0]?.choice
}
