import { call } from './call.ts'
import { copy } from './copy.ts'
import { send, showFields } from './forms.ts'
import { go, keepLooking, pause } from './look.ts'
import { moveInMenu } from './move-in-menu.ts'
import { choose, chooseOwn, openMenu, switchActive } from './status-menu.ts'
import { beginTheme, switchTheme } from './theme.ts'

/*
 * The console's script. The server makes the page; this asks for it again each second while it is looked at,
 * takes over what changed without disturbing focus, and turns buttons into calls of the control.
 */

beginTheme()
showFields()
keepLooking()

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null
  if (target === null) return
  press(event, target)
  target.closest<HTMLElement>('#reset, #scenarios')?.hidePopover()
})
document.addEventListener('submit', (event) => {
  event.preventDefault()
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  if (form.matches('#status-menu')) chooseOwn()
  else void send(form)
})
document.addEventListener('keydown', moveInMenu)
document.addEventListener('change', showFields)

function press(event: MouseEvent, target: HTMLElement) {
  const { call: name, body = 'null', said = '', choice } = target.dataset
  if (target instanceof HTMLAnchorElement) {
    if ('go' in target.dataset) go(event, target)
  } else if (name) void call(name, JSON.parse(body), said)
  else if ('statusOf' in target.dataset) openMenu(target)
  else if ('activeSwitch' in target.dataset) switchActive()
  else if (choice) choose(choice)
  else if ('copy' in target.dataset) void copy(target)
  else if ('pause' in target.dataset) pause(target)
  else if ('themeSwitch' in target.dataset) switchTheme()
}
