import { Button, FileButton, Loader, Skeleton, Switch } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ErrorData } from '#shared/errors.ts'
import { REGISTER_FILE_MAX_BYTES, type RegisterView } from '#shared/sponsors.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatAgo, formatBytes, formatCount, formatDate, regionName } from '../../ui/format.ts'
import { notify, notifyProblem } from '../../ui/notify.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { Card, Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useNow } from '../../ui/use-now.ts'
import { asBase64 } from './as-base64.ts'
import rowClasses from './setting-row.module.css'
import { SettingsTabs } from './settings-tabs.tsx'
import classes from './sponsors-page.module.css'
import { useSaveSettings, useSettings } from './use-settings.ts'

const LOOK_MS = 1500

/** The countries' lists of employers that may sponsor: what is stored, fetching and importing. */
export function SponsorsPage() {
  const api = useApi()
  const registers = useQuery({
    ...api.sponsors.list.queryOptions(),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ isRefreshing }) => isRefreshing) === true ? LOOK_MS : false,
  })
  return (
    <Page title="Settings">
      <title>Sponsor registers · Career Copilot</title>
      <SettingsTabs />
      <Section
        id="registers-title"
        title="Sponsor registers"
        aside="Employers that a country lists as allowed to sponsor. A job’s employer is looked up in its country’s list; to be listed is no promise, and what the posting itself says counts more."
      >
        {registers.error && !registers.data && (
          <ProblemBlank {...describeProblem(registers.error)} onRetry={() => void registers.refetch()} />
        )}
        {!registers.error && !registers.data && <Skeleton height={320} radius="lg" />}
        {registers.data && (
          <Card>
            <ul className={classes.list}>
              {registers.data.map((register) => (
                <RegisterRow key={register.register} register={register} />
              ))}
            </ul>
          </Card>
        )}
      </Section>
      <Monthly />
    </Page>
  )
}

function RegisterRow({ register }: { readonly register: RegisterView }) {
  const now = useNow(60_000)
  const { fetchNow, importFile, isBusy } = useRegister(register)
  const { active, previous, problem } = register
  return (
    <li className={rowClasses.row}>
      <div className={rowClasses.words}>
        <h3 className={classes.name}>
          {regionName(register.countryCode)} <span className={classes.register}>{register.name}</span>
        </h3>
        {active === null ? (
          <p className={rowClasses.note}>Not stored yet.</p>
        ) : (
          <p className={rowClasses.note}>
            {formatCount(active.organisations)} employers
            {active.publishedOn !== null && `, as of ${formatDate(Date.parse(active.publishedOn))}`}, stored{' '}
            {formatAgo(active.importedAt, now)} from {active.origin}
            {previous !== null && `; the one before had ${formatCount(previous.organisations)}`}
          </p>
        )}
        {problem !== null && (
          <p role="alert" className={classes.problem}>
            {problem.message} ({formatAgo(problem.at, now)})
          </p>
        )}
        <p className={rowClasses.note}>
          {register.terms} <OutsideLink href={register.homepage}>Its page</OutsideLink>
        </p>
      </div>
      <div className={classes.actions}>
        {register.isRefreshing ? (
          <output className={classes.fetching}>
            <Loader size={14} /> Fetching
          </output>
        ) : (
          <Button size="xs" variant="default" loading={isBusy} onClick={fetchNow}>
            Fetch now
          </Button>
        )}
        <FileButton onChange={(file) => file !== null && void importFile(file)} accept=".csv,.html,.htm,.xlsx,.pdf">
          {(props) => (
            <Button size="xs" variant="subtle" color="gray" disabled={isBusy} {...props}>
              Import a file
            </Button>
          )}
        </FileButton>
      </div>
    </li>
  )
}

function useRegister({ register, name }: RegisterView) {
  const api = useApi()
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries({ queryKey: api.sponsors.key() })
  const refresh = useMutation(
    api.sponsors.refresh.mutationOptions({
      onError: (error) => notifyProblem(describeProblem(error)),
      onSettled,
    }),
  )
  const importing = useMutation(api.sponsors.import.mutationOptions({ onSettled }))

  async function importFile(file: File): Promise<void> {
    if (file.size > REGISTER_FILE_MAX_BYTES) {
      const message = `It has ${formatBytes(file.size)}; no register has more than ${formatBytes(REGISTER_FILE_MAX_BYTES)}.`
      notifyProblem({ title: 'The file is too large', message })
      return
    }
    try {
      const base64 = asBase64(new Uint8Array(await file.arrayBuffer()))
      const stored = await importing.mutateAsync({ register, fileName: file.name, base64 })
      notify(`${name}: ${formatCount(stored.active?.organisations ?? 0)} employers stored`)
    } catch (error) {
      notifyProblem(refusalOf(error) ?? describeProblem(error))
    }
  }

  return { fetchNow: () => refresh.mutate({ register }), importFile, isBusy: refresh.isPending || importing.isPending }
}

function refusalOf(error: unknown): { title: string; message: string } | null {
  if (!(error instanceof ORPCError) || error.code !== 'REGISTER_REFUSED') return null
  const { reason } = error.data as ErrorData<'REGISTER_REFUSED'>
  return { title: 'The file was not taken', message: reason }
}

function Monthly() {
  const settings = useSettings()
  const { save } = useSaveSettings()
  if (!settings.data) return null
  return (
    <Section id="monthly-title" title="Kept up to date">
      <Card>
        <div className={rowClasses.row}>
          <div className={rowClasses.words}>
            <label htmlFor="sponsor-refresh" className={rowClasses.name}>
              Fetch the stored registers every month
            </label>
            <p id="sponsor-refresh-note" className={rowClasses.note}>
              Off, nobody is asked: nothing leaves this machine for it.
            </p>
          </div>
          <Switch
            id="sponsor-refresh"
            aria-describedby="sponsor-refresh-note"
            checked={settings.data.isSponsorRefreshOn}
            onChange={(event) => void save({ isSponsorRefreshOn: event.currentTarget.checked })}
          />
        </div>
      </Card>
    </Section>
  )
}
