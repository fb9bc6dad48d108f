import { Button, Group, Modal, NativeSelect } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FILE_FORMATS, type Document, type FileFormat } from '#shared/documents.ts'
import { errors } from '#shared/errors.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { notifyAction, notifyProblem } from '../../../ui/notify.tsx'
import { STAGE_WORDS } from '../../applications/index.ts'
import type { DocumentKeeper } from '../editor/keeper/document-keeper.ts'

const SHOWN_MOST = 500
const FORMAT_WORDS: Readonly<Record<FileFormat, string>> = { pdf: 'PDF', docx: 'Word (DOCX)' }

/** Chooses the application that the file goes to. What goes is kept as a version. */
export function AttachDialog(props: {
  readonly document: Document
  readonly keeper: DocumentKeeper
  readonly openClaims: number
  readonly onClose: () => void
}) {
  const { document, openClaims, onClose } = props
  const api = useApi()
  const { data } = useQuery(api.applications.list.queryOptions({ input: { limit: SHOWN_MOST } }))
  const rows = data?.rows ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [format, setFormat] = useState<FileFormat>('pdf')
  const ofJob = rows.find(({ jobId }) => jobId !== null && jobId === document.job?.id)
  const applicationId = chosen ?? (ofJob === undefined ? '' : String(ofJob.id))
  const { isAttaching, refused, attach } = useAttach(props)
  return (
    <Modal opened onClose={onClose} title="Attach to an application" size="md">
      {openClaims > 0 && (
        <p role="alert">
          {formatQuantity(openClaims, ['claim is', 'claims are'])} not backed by your career. Only the title and the
          company of the application may be named without that. Settle the rest under “Claims”: edit each, confirm it as
          true, or drop it.
        </p>
      )}
      {refused !== null && refused.applicationId === applicationId && (
        <p role="alert">
          Not attached: for this application {formatQuantity(refused.open, ['claim is', 'claims are'])} not backed by
          your career. Edit, confirm or drop {refused.open === 1 ? 'it' : 'each'} under “Claims”, then attach again.
        </p>
      )}
      {data?.total === 0 && <p>There is no application yet. Note one on its job, or add one under Applications.</p>}
      <NativeSelect
        data-autofocus
        label="Application"
        data={[
          { value: '', label: 'Choose one' },
          ...rows.map(({ id, title, company, stage }) => ({
            value: String(id),
            label: `${title} · ${company} (${STAGE_WORDS[stage].toLowerCase()})`,
          })),
        ]}
        value={applicationId}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <NativeSelect
        mt="sm"
        label="As"
        data={FILE_FORMATS.map((value) => ({ value, label: FORMAT_WORDS[value] }))}
        value={format}
        onChange={({ currentTarget: { value } }) => setFormat(value === 'docx' ? 'docx' : 'pdf')}
      />
      <Group justify="flex-end" gap={8} mt="md">
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          size="xs"
          loading={isAttaching}
          disabled={applicationId === ''}
          onClick={() => void attach(Number(applicationId), format)}
        >
          Attach
        </Button>
      </Group>
    </Modal>
  )
}

function useAttach(props: {
  readonly document: Document
  readonly keeper: DocumentKeeper
  readonly onClose: () => void
}) {
  const { document, keeper, onClose } = props
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [isAttaching, setAttaching] = useState(false)
  const [refused, setRefused] = useState<{ readonly applicationId: string; readonly open: number } | null>(null)
  const attach = async (applicationId: number, format: FileFormat) => {
    setAttaching(true)
    setRefused(null)
    try {
      // The core attaches what it has stored.
      if (!(await keeper.flush())) {
        notifyProblem({ title: 'Not attached', message: 'The last edits are not saved yet. Settle that first.' })
        return
      }
      const { file } = await api.documents.attach.call({ id: document.id, applicationId, format })
      onClose()
      notifyAction(`${file.name} is attached`, {
        label: 'Show the application',
        run: () => void navigate({ to: '/applications/$id', params: { id: String(applicationId) } }),
      })
      void queryClient.invalidateQueries({ queryKey: api.applications.key() })
    } catch (error) {
      const open = openClaimsOf(error)
      if (open === null) notifyProblem(describeProblem(error))
      else setRefused({ applicationId: String(applicationId), open })
    } finally {
      setAttaching(false)
    }
  }
  return { isAttaching, refused, attach }
}

/** How many claims the core found open for the application; null when something else is the matter. */
function openClaimsOf(error: unknown): number | null {
  if (!(error instanceof ORPCError) || error.code !== 'CLAIMS_OPEN') return null
  return errors.CLAIMS_OPEN.data.safeParse(error.data).data?.open ?? null
}
