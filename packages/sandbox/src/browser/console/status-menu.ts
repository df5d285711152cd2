import { all, one, the } from '../dom.ts'
import { call } from './call.ts'

const GAP_PX = 6
const EDGE_PX = 8

const menu = () => the<HTMLFormElement>('#status-menu')

/** Opens the menu of all statuses for the connection that a button is about. */
export function openMenu(button: HTMLElement): void {
  const { statusOf = '', name = '', status, active = '' } = button.dataset
  const form = menu()
  form.dataset.connection = statusOf
  form.dataset.name = name
  form.dataset.active = active
  the('[data-active-switch]', form).textContent = `isActive: ${active === 'false'}`
  the('[data-menu-title]', form).textContent = `Status of ${name}`
  the<HTMLInputElement>('[name="own"]', form).value = ''
  for (const choice of all('[data-choice]', form)) {
    choice.setAttribute('aria-pressed', String(choice.dataset.choice === status))
  }
  form.showPopover({ source: button })
  placeBelow(form, button.getBoundingClientRect())
  const first = one('[aria-pressed="true"]', form) ?? the('[data-choice]', form)
  first.focus()
}

/** The status that was typed, of those that no list names. */
export function chooseOwn(): void {
  choose(the<HTMLInputElement>('[name="own"]', menu()).value.trim())
}

export function choose(status: string): void {
  const form = menu()
  const { connection: connectionId, name } = form.dataset
  const sendWebhook = the<HTMLInputElement>('[name="telling"]', form).checked
  form.hidePopover()
  if (status)
    void call('setConnectionStatus', { connectionId, status, sendWebhook }, `${name} is ${status} now`)
}

/** Whether bills are collected. */
export function switchActive(): void {
  const form = menu()
  const { connection: connectionId, name, active } = form.dataset
  form.hidePopover()
  const isActive = active === 'false'
  const said = isActive ? 'is collected again' : 'is not collected now'
  void call('setConnectionActive', { connectionId, isActive }, `${name} ${said}`)
}

function placeBelow(form: HTMLElement, { left, bottom, top }: DOMRect) {
  const { offsetWidth, offsetHeight } = form
  const { clientWidth, clientHeight } = document.documentElement
  const under = bottom + GAP_PX
  const lowest = clientHeight - offsetHeight - EDGE_PX
  const wanted = under <= lowest ? under : Math.min(top - offsetHeight - GAP_PX, lowest)
  form.style.left = `${Math.max(EDGE_PX, Math.min(left - 60, clientWidth - offsetWidth - EDGE_PX))}px`
  form.style.top = `${Math.max(EDGE_PX, wanted)}px`
}
