import { describeStatus, type StatusGroup } from '@nectar-connect/contract/wire'
import type { LucideIcon } from 'lucide-react'
import { CircleAlert, CircleCheck, CircleHelp, CirclePause, Clock, CloudAlert, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button, say } from './control.tsx'
import { Go, pinAddress, useConsole } from './use-console.tsx'

const ICONS: Readonly<Record<StatusGroup, LucideIcon>> = {
  healthy: CircleCheck,
  waiting: Clock,
  'needs-you': CircleAlert,
  provider: CloudAlert,
  inactive: CirclePause,
  unknown: CircleHelp,
}

/** Which group a status belongs to, and the shape that says so beside the color. */
export function lookOf(status: string, isActive = true): { group: StatusGroup; Icon: LucideIcon } {
  const { group } = describeStatus(status, isActive)
  return { group, Icon: ICONS[group] }
}

/** Words with a shape. @param props.group colors both */
export function Badge({ group, Icon, text }: { group?: StatusGroup; Icon: LucideIcon; text: string }) {
  return (
    <span className="badge" data-g={group}>
      <Icon />
      {text}
    </span>
  )
}

/** Its classes are those of all its cells. */
type Column<Row> = readonly [
  head: string,
  className: string,
  cell: (row: Row, isChosen: boolean) => ReactNode,
]

interface PanelProps<Row> {
  id: string
  title: string
  /** Beside the title, where there are rows. */
  note?: string | null
  actions?: ReactNode
  rows: readonly Row[]
  keyOf(row: Row): string | number
  classOf?(row: Row): string | false
  columns: readonly Column<Row>[]
  /** How many rows are shown unless all are asked for. */
  most?: number
  /** What stands there without a row. */
  empty?: string
  /** One row in full, beside the table: the one whose key stands in the address under `name`, else the first. */
  detail?: { name: 'delivery' | 'mail'; show(row: Row): ReactNode }
}

/** One box of the page, with a table. The first cell of a row is its heading. */
export function Panel<Row>({ id, title, note, actions, empty, detail, ...table }: PanelProps<Row>) {
  const { address } = useConsole()
  const { rows, keyOf } = table
  const name = detail?.name
  const chosen = name && (rows.find((row) => String(keyOf(row)) === address[name]) ?? rows[0])
  const key = chosen && String(keyOf(chosen))
  useEffect(() => {
    if (name && key) pinAddress({ [name]: key })
  }, [name, key])
  return (
    <section className="panel" id={id} aria-labelledby={`${id}-title`} ref={useFocusHome()}>
      <header>
        <h2 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        <span className="dim">{note}</span>
        <span className="right">{actions}</span>
      </header>
      {rows.length === 0 && <p className="nothing">{empty}</p>}
      <div className={detail ? 'split' : undefined} hidden={rows.length === 0}>
        <Table {...table} chosen={chosen} />
        {detail && chosen && detail.show(chosen)}
      </div>
    </section>
  )
}

interface TableProps<Row> extends Pick<PanelProps<Row>, 'rows' | 'keyOf' | 'classOf' | 'columns' | 'most'> {
  chosen: Row | undefined
}

function Table<Row>({ rows, keyOf, classOf, chosen, columns, most = rows.length }: TableProps<Row>) {
  const { address } = useConsole()
  const shown = address.full === undefined ? rows.slice(0, most) : rows
  return (
    <div>
      <table>
        <thead>
          <tr>
            {columns.map(([head, className]) => (
              <th key={head} className={className}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)} className={row === chosen ? 'is-chosen' : classOf?.(row) || undefined}>
              {columns.map(([head, className, cell], index) => {
                const [Cell, scope] = index === 0 ? (['th', 'row'] as const) : (['td'] as const)
                return (
                  <Cell key={head} scope={scope} className={className}>
                    {cell(row, row === chosen)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <p className="more">
          <Go to={{ full: '' }}>{rows.length - shown.length} more</Go>
        </p>
      )}
    </div>
  )
}

/** The heading of a section takes the focus when what had it is gone. @returns the section's */
function useFocusHome() {
  const section = useRef<HTMLElement>(null)
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    const isGone = document.activeElement === document.body && focused.current?.isConnected === false
    if (isGone) section.current?.querySelector('h2')?.focus()
  })
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      focused.current = target instanceof Element && section.current?.contains(target) ? target : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  return section
}

/** @param props.what such as `Password` */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const refused = `The browser does not let this page copy. It is: ${text}`
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say({ text: `${what} copied` }),
      () => say({ text: refused, isWrong: true }),
    )
  const press = { onClick: () => void copy(), 'aria-label': `Copy ${what}` }
  return <Button className="btn plain square" Icon={Copy} {...press} />
}
