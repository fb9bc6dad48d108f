import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { EmailChannel } from '#shared/notifications.ts'
import { useDraft } from '../../use-draft.ts'
import { fieldProblem } from './channel-fields.ts'
import classes from './channels.module.css'
import { ChannelTextField } from './channel-text-field.tsx'
import { MAIL_SERVERS, serverOf } from './mail-servers.ts'

const OTHER = ''
const SECURITY: readonly { readonly value: EmailChannel['security']; readonly label: string }[] = [
  { value: 'tls', label: 'TLS (465)' },
  { value: 'starttls', label: 'STARTTLS (587)' },
  { value: 'none', label: 'None (local only)' },
]

/** Which mail server letters leave through, and to whom. */
export function EmailForm(props: {
  readonly channel: EmailChannel
  readonly onChange: (change: Partial<EmailChannel>) => void
}) {
  const { channel, onChange } = props
  const known = serverOf(channel)
  const choose = (name: string | null) => {
    const server = MAIL_SERVERS.find((each) => each.name === name)
    if (server) onChange({ host: server.host, port: server.port, security: server.security })
    else onChange({ host: '' })
  }
  return (
    <>
      <div className={classes.fields}>
        <Select
          size="xs"
          label="Mail provider"
          data={[...MAIL_SERVERS.map(({ name }) => ({ value: name, label: name })), { value: OTHER, label: 'Another' }]}
          value={known?.name ?? OTHER}
          allowDeselect={false}
          onChange={choose}
        />
        <ChannelTextField
          channel="email"
          field="host"
          label="Mail server"
          placeholder="smtp.example.org"
          value={channel.host}
          onChange={(host) => onChange({ host })}
        />
        <PortField port={channel.port} onChange={(port) => onChange({ port })} />
        <Select
          size="xs"
          label="Encryption"
          data={SECURITY}
          value={channel.security}
          allowDeselect={false}
          onChange={(chosen) => {
            const security = SECURITY.find(({ value }) => value === chosen)?.value
            if (security) onChange({ security })
          }}
        />
      </div>
      {known && <p className={classes.note}>{known.note}</p>}
      <div className={classes.fields}>
        <ChannelTextField
          channel="email"
          field="user"
          label="User name"
          description="Mostly the mail address; empty for a server without a login."
          value={channel.user}
          onChange={(user) => onChange({ user })}
        />
        <ChannelTextField
          channel="email"
          field="from"
          label="From"
          description="The address that letters come from."
          placeholder="me@example.org"
          value={channel.from}
          onChange={(from) => onChange({ from })}
        />
        <ChannelTextField
          channel="email"
          field="to"
          label="To"
          description="The address that letters go to."
          placeholder="me@example.org"
          value={channel.to}
          onChange={(to) => onChange({ to })}
        />
      </div>
    </>
  )
}

function PortField({ port, onChange }: { readonly port: number; readonly onChange: (port: number) => void }) {
  const { draft, set } = useDraft<number | string>(port)
  const [problem, setProblem] = useState<string | null>(null)
  const take = () => {
    const found = fieldProblem('email', 'port', draft)
    setProblem(found)
    if (found === null && typeof draft === 'number' && draft !== port) onChange(draft)
  }
  return (
    <NumberInput
      size="xs"
      label="Port"
      hideControls
      allowDecimal={false}
      allowNegative={false}
      value={draft}
      error={problem}
      onChange={set}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
