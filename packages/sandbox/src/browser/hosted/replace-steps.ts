/**
 * Within a frame, each step takes the place of the one before. An entry of its own in the history would be one more
 * press of Back to leave the page around.
 *
 * @param onStep a step was put on the page
 */
export function replaceSteps(onStep: () => void): void {
  // A sandbox within a page carries forms itself, into a frame without an origin.
  if (window.parent === window || location.origin === 'null') return
  let isSending = false
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
    event.preventDefault()
    if (isSending) return
    isSending = true
    nextStep(fieldsOf(form, submitter))
      .then(
        (next) => {
          document.title = next.title
          document.body.replaceWith(next.body)
          scrollTo(0, 0)
          onStep()
        },
        // The browser says best what is wrong.
        () => sendForReal(form, submitter),
      )
      .finally(() => (isSending = false))
  })
}

async function nextStep(body: URLSearchParams): Promise<Document> {
  const response = await fetch(location.href, { method: 'POST', body })
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  if (submitter instanceof HTMLButtonElement && submitter.name) fields.append(submitter.name, submitter.value)
  return fields
}

function sendForReal(form: HTMLFormElement, submitter: HTMLElement | null): void {
  for (const [name, value] of fieldsOf(document.createElement('form'), submitter)) {
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
    form.append(field)
  }
  form.submit()
}
