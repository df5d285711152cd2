import { useQuery } from '@tanstack/react-query'
import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { type Call, callControl, client, readAgain } from './api.ts'

interface Notice {
  text: string
  isWrong?: boolean
}

const NOTICE = ['notice']
const SAID_MS = 4_000
const WRONG_MS = 12_000
/** So long nobody wonders. */
const UNNOTICED_MS = 800

/** Says something for a while. Null: nothing any more. */
export function say(notice: Notice | null): void {
  client.setQueryData<Notice | null>(NOTICE, notice)
}

/** What is said. */
export function NoticeLine() {
  const { data: notice } = useQuery<Notice | null>({ queryKey: NOTICE, queryFn: () => null })
  useEffect(() => {
    const timer = setTimeout(() => say(null), notice?.isWrong ? WRONG_MS : SAID_MS)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <p className="notice" role="status" data-wrong={notice?.isWrong}>
      {notice?.text}
    </p>
  )
}

/** Makes a call, says `said` when it is done, and shows what changed. @throws Error with the sandbox's own words */
async function run(call: Call, said: string): Promise<void> {
  // An endpoint that hangs keeps "Send again" waiting for as long as a webhook may take.
  const waiting = setTimeout(() => say({ text: 'Working on it …' }), UNNOTICED_MS)
  say(null)
  try {
    await callControl(call)
    say({ text: said })
  } finally {
    clearTimeout(waiting)
    void readAgain()
  }
}

interface ButtonProps extends ComponentProps<'button'> {
  Icon?: LucideIcon | undefined
  text?: ReactNode
}

export function Button({ Icon, text, ...props }: ButtonProps) {
  return (
    <button type="button" className="btn" {...props}>
      {Icon && <Icon />}
      {text}
    </button>
  )
}

interface RunButtonProps extends ButtonProps {
  call: Call
  /** Said when it is done. */
  said: string
}

/** A button that makes a call of the control. What goes wrong is said beside the page. */
export function RunButton({ call, said, ...props }: RunButtonProps) {
  const press = () => run(call, said).catch(({ message }: Error) => say({ text: message, isWrong: true }))
  return <Button {...props} onClick={() => void press()} />
}

/** What was entered, by the names of fields; what was left empty is missing. `answer` is the button that was pressed. */
export type Values = Readonly<Record<string, string | undefined>>

export interface DialogProps {
  title: string
  /** What stands in it. Submit buttons in it are answers, too. */
  asks?: ReactNode
  fields?: readonly FieldProps[]
  /** Buttons that send what was entered. The first is what Enter presses. */
  answers?: readonly string[]
  cancel?: string
  /** The call that an answer makes, and what is said when it is done. */
  onAnswer(values: Values): readonly [call: Call, said: string]
}

/** A button that opens a dialog. */
export function DialogButton({ dialog, ...props }: ButtonProps & { dialog: DialogProps }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button {...props} onClick={() => setOpen(true)} />
      {isOpen && <Dialog {...dialog} onClose={() => setOpen(false)} />}
    </>
  )
}

/** It stays, and says why, when its call goes wrong. */
function Dialog(props: DialogProps & { onClose(): void }) {
  const { title, asks, fields = [], answers = [], cancel = 'Cancel', onAnswer, onClose } = props
  const id = useId()
  const [wrong, setWrong] = useState('')

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { currentTarget: form, nativeEvent } = event
    const entries = [...new FormData(form, (nativeEvent as SubmitEvent).submitter)]
    const values = entries.map(([name, value]) => [name, String(value).trim()] as const)
    setWrong('')
    try {
      await run(...onAnswer(Object.fromEntries(values.filter(([, text]) => text !== ''))))
      form.closest('dialog')?.close()
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error))
    }
  }

  return createPortal(
    <dialog aria-labelledby={id} ref={showModal} onClose={onClose}>
      <form onSubmit={(event) => void send(event)}>
        <h2 id={id}>{title}</h2>
        {asks}
        {fields.map((field) => (
          <Field key={field.name} {...field} />
        ))}
        <p role="alert">{wrong}</p>
        <p className="answers">
          {answers.map((text) => (
            <Button key={text} type="submit" name="answer" value={text} text={text} />
          ))}
          <Button text={cancel} onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()} />
        </p>
      </form>
    </dialog>,
    document.body,
  )
}

function showModal(dialog: HTMLDialogElement | null) {
  if (dialog === null || dialog.open) return
  dialog.showModal()
  dialog.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
}

interface FieldProps extends ComponentProps<'input'> {
  label: string
  /** Makes it a choice: each value and its text. */
  options?: readonly (readonly [value: string, text: string])[]
}

function Field({ label, options, name, ...props }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: whichever it is, it holds one
    <label className={props.type === 'checkbox' ? 'tick-box' : 'labeled'}>
      <span>{label}</span>
      {options ? (
        <select className="field" name={name}>
          {options.map(([value, text]) => (
            <option key={value} value={value} label={text} />
          ))}
        </select>
      ) : (
        <input className="field" name={name} autoComplete="off" spellCheck={false} {...props} />
      )}
    </label>
  )
}
