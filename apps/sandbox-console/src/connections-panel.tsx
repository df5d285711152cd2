import { STATUS_CATALOG, type StatusGroup } from '@nectar-connect/contract/wire'
import { Activity, ChevronsUpDown, Plus, RotateCcw } from 'lucide-react'
import type { Connection } from './api.ts'
import { Button, DialogButton, RunButton } from './control.tsx'
import { resultOf } from './deliveries-panel.tsx'
import { formatSpan, shortId } from './format.ts'
import { CopyButton, lookOf, Panel } from './parts.tsx'
import { useConsole } from './use-console.tsx'

/** The connections of the company, in an order that no change of status upsets. */
export function ConnectionsPanel() {
  const { connections, company, deliveries, now } = useConsole()
  function lastWebhookOf({ id }: Connection): string {
    const latest = deliveries.find(({ connectionId }) => connectionId === id)
    return latest ? `${latest.type.split('.')[1] ?? latest.type}, ${resultOf(latest)}` : 'none'
  }
  return (
    <Panel
      id="connections"
      title="Connections"
      note={company && `${connections.length} at ${company.name}`}
      actions={company && <Actions companyId={company.id} />}
      empty="None yet. An invitation that somebody uses makes one."
      rows={connections}
      keyOf={({ id }) => id}
      most={50}
      columns={[
        ['Utility', '', (connection) => <Utility {...connection} />],
        ['Status', 'status-column', (connection) => <StatusButton {...connection} />],
        [
          'Since',
          'wide short-column num dim',
          (one) => formatSpan(now - Date.parse(one.statusFirstSeenTime)),
        ],
        ['Sites', 'wide short-column num end', ({ initialSites }) => initialSites.length],
        ['Last webhook', 'wide hook-column dim', lastWebhookOf],
        [
          'Id',
          'wide copy-column end',
          (one) => <CopyButton text={one.id} what={`id of ${one.datasource.name}`} />,
        ],
      ]}
    />
  )
}

function Utility({ id, datasource }: Connection) {
  const { snapshot, moment } = useConsole()
  const check = snapshot.checks.find(({ connectionId }) => connectionId === id)
  return (
    <>
      <span className="name">{datasource.name}</span> <span className="id">{shortId(id)}</span>
      {check && (
        <span className="checking">
          <Activity />
          being checked, {formatSpan(Math.max(0, check.at - moment))}
        </span>
      )}
    </>
  )
}

function Actions({ companyId }: { companyId: string }) {
  const { providers } = useConsole().snapshot.reference
  const check = ['runWeeklyCheck', { companyId }] as const
  return (
    <>
      <RunButton Icon={RotateCcw} text="Run weekly check" call={check} said="The weekly check ran" />
      <DialogButton
        Icon={Plus}
        text="Connection"
        dialog={{
          title: 'Add a connection',
          fields: [
            { label: 'Utility', name: 'provider', options: providers.map(({ id, name }) => [id, name]) },
            { label: 'Status', name: 'status', options: STATUSES.map((status) => [status, status]) },
            { label: 'Username (optional)', name: 'username' },
          ],
          answers: ['Add connection'],
          onAnswer: ({ provider = '', status = '', username }) => {
            const connection = { provider, status, username }
            return [['addConnection', { companyId, connection }], 'The connection is there']
          },
        }}
      />
    </>
  )
}

const GROUPS: readonly (readonly [StatusGroup, string])[] = [
  ['healthy', 'Healthy'],
  ['waiting', 'Waiting'],
  ['needs-you', 'Customer'],
  ['provider', 'Provider'],
  ['inactive', 'Inactive'],
  ['unknown', 'Unknown'],
]
const STATUSES = [...Object.keys(STATUS_CATALOG), 'TARIFF_MIGRATION']

/** Shows the status, and opens all that there are. */
function StatusButton({ id: connectionId, status: current, isActive, datasource: { name } }: Connection) {
  const { group, Icon } = lookOf(current, isActive)
  return (
    <DialogButton
      className="switch"
      data-g={group}
      data-status-of={connectionId}
      Icon={Icon}
      text={
        <>
          <span className="cut">{current}</span>
          <ChevronsUpDown />
        </>
      }
      aria-label={`${current}, status of ${name}${isActive ? '' : ', not active'}. Change`}
      dialog={{
        title: `Status of ${name}`,
        asks: <Statuses current={current} isActive={isActive} />,
        onAnswer: (values) => {
          if (values.isActive !== undefined) {
            const said = isActive ? 'is not collected now' : 'is collected again'
            return [['setConnectionActive', { connectionId, isActive: !isActive }], `${name} ${said}`]
          }
          const status = values.status ?? values.own ?? ''
          const input = { connectionId, status, sendWebhook: values.sendWebhook === 'on' }
          return [['setConnectionStatus', input], `${name} is ${status} now`]
        },
      }}
    />
  )
}

function Statuses({ current, isActive }: { current: string; isActive: boolean }) {
  const choice = { type: 'submit', className: 'choice' } as const
  return (
    <>
      <p className="own">
        <input className="field mono" name="own" aria-label="Another status" placeholder="Type your own…" />
        <Button type="submit" text="Set" />
      </p>
      {GROUPS.map(([group, title]) => (
        <fieldset key={group} data-g={group}>
          <legend>{title}</legend>
          {STATUSES.filter((status) => lookOf(status).group === group).map((status) => {
            const value = { name: 'status', value: status, 'aria-pressed': status === current }
            return <Button key={status} {...choice} Icon={lookOf(status).Icon} text={status} {...value} />
          })}
        </fieldset>
      ))}
      <fieldset>
        <legend>Collection</legend>
        <Button {...choice} name="isActive" value={String(!isActive)} text={`isActive: ${!isActive}`} />
      </fieldset>
      <label className="tick-box">
        <input type="checkbox" name="sendWebhook" defaultChecked />
        Send webhooks: updated and validated. Without, it is a lost webhook
      </label>
    </>
  )
}
