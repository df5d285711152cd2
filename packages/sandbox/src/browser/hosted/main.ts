import { all, one } from '../dom.ts'
import { chooseSites } from './choose-sites.ts'
import { countDown } from './count-down.ts'
import { clearError, fillIn } from './fill-in.ts'
import { localTimes } from './local-times.ts'
import { replaceSteps } from './replace-steps.ts'
import { searchAsYouType } from './search-as-you-type.ts'
import { showPassword } from './show-password.ts'

/*
 * The hosted page's script. Every step works without it; it adds search as you type, filling in, showing the
 * password, counting down, the reader's own time, and steps in place of each other. It never talks to the window around it.
 */

document.documentElement.dataset.script = ''
begin()
replaceSteps(begin)

/** What a step needs. */
function begin() {
  for (const element of all('[data-fill], [data-show], [data-all]')) element.hidden = false
  focusAfterMove()
  countDown()
  localTimes()
  searchAsYouType()
  chooseSites()
}

document.addEventListener('input', (event) => {
  if (event.target instanceof Element) clearError(event.target.closest('.field, fieldset'))
})
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  if (button?.dataset.fill) fillIn(button)
  if (button?.dataset.show) showPassword(button)
})

function focusAfterMove() {
  const heading = one('[data-focus]')
  if (heading === null) return
  const wrong = one('[aria-invalid], [data-invalid] input')
  const first = wrong ?? heading
  first.focus()
}
