import { ActionIcon, Button, CloseButton, FileButton, Progress, Tooltip } from '@mantine/core'
import { IconDownload, IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { FILE_KINDS, type ApplicationFile } from '#shared/application-parts.ts'
import type { ApplicationDetail } from '#shared/applications.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { formatBytes } from '../../../../ui/format.ts'
import { notifyProblem } from '../../../../ui/notify.tsx'
import { Section } from '../../../../ui/page.tsx'
import { ToneBadge } from '../../../../ui/tone-badge.tsx'
import { PartButtons, type Panel } from '../part-section.tsx'
import parts from '../part-section.module.css'
import { FILE_KIND_WORDS } from '../part-words.ts'
import { dateWords, type Here } from '../time/when-words.ts'
import { useIsReadOnly } from '../read-only.tsx'
import { usePerform } from '../use-perform.ts'
import classes from './files.module.css'
import { bytesOf, saveFile } from '../../../../ui/save-file.ts'
import { type Arrival, useAddFiles } from './use-add-files.ts'

const ID = 'files'

/** The versions of résumé and letter that were used, and whatever else belongs here. */
export function Files(props: { readonly application: ApplicationDetail; readonly here: Here; readonly panel: Panel }) {
  const { application, here, panel } = props
  const { files, id } = application
  const { arrivals, add, dismiss } = useAddFiles(id)
  const isReadOnly = useIsReadOnly()
  const [isOver, setOver] = useState(false)
  const depth = useRef(0)
  const enter = (step: 1 | -1) => {
    depth.current += step
    setOver(depth.current > 0 && !isReadOnly)
  }
  return (
    <Section id={`${ID}-title`} title="Files" aside="Documents, pictures and text, up to 20 MB each.">
      {/* What is dropped here is attached; elsewhere in the window it would be read as a job. */}
      <div
        className={classes.zone}
        data-over={isOver || undefined}
        data-drop="files"
        onDragEnter={(event) => {
          event.stopPropagation()
          enter(1)
        }}
        onDragLeave={(event) => {
          event.stopPropagation()
          enter(-1)
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          event.stopPropagation()
          depth.current = 0
          setOver(false)
          if (!isReadOnly) void add([...event.dataTransfer.files], 'other')
        }}
      >
        {files.length > 0 && (
          <ul className={parts.list} aria-label="Files">
            {files.map((file) => (
              <li key={file.id} className={parts.item}>
                <FileItem file={file} here={here} panel={panel} />
              </li>
            ))}
          </ul>
        )}
        {arrivals.length > 0 && (
          <ul className={parts.list} aria-label="Files on their way">
            {arrivals.map((arrival) => (
              <li key={arrival.key} className={parts.item}>
                <ArrivalLine arrival={arrival} onDismiss={() => dismiss(arrival.key)} />
              </li>
            ))}
          </ul>
        )}
        {isReadOnly ? (
          files.length === 0 && <p className={parts.empty}>None.</p>
        ) : (
          <Pick onPick={(picked, kind) => void add(picked, kind)} />
        )}
      </div>
    </Section>
  )
}

function Pick(props: { readonly onPick: (picked: File[], kind: ApplicationFile['kind']) => void }) {
  return (
    <div className={classes.pick}>
      {FILE_KINDS.map((kind, index) => (
        <FileButton key={kind} multiple onChange={(picked) => props.onPick(picked, kind)}>
          {(button) => (
            <Button
              {...button}
              {...(index === 0 ? { id: `${ID}-add` } : {})}
              size="xs"
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden="true" />}
            >
              {ATTACH_WORDS[kind]}
            </Button>
          )}
        </FileButton>
      ))}
      <span className={classes.hint}>or drop files here</span>
    </div>
  )
}

const ATTACH_WORDS = {
  resume: 'Attach a résumé',
  letter: 'Attach a letter',
  other: 'Attach another file',
} as const

function ArrivalLine({ arrival, onDismiss }: { readonly arrival: Arrival; readonly onDismiss: () => void }) {
  const { name, readShare, refusal } = arrival
  if (refusal !== null) {
    return (
      <div className={parts.top} role="alert">
        <p className={classes.refused}>
          {name} was not attached. {refusal}
        </p>
        <CloseButton size="sm" aria-label={`Dismiss: ${name}`} onClick={onDismiss} />
      </div>
    )
  }
  return (
    <>
      <p className={parts.name}>{name}</p>
      <p className={parts.line}>{readShare === null ? 'Storing it…' : 'Reading it…'}</p>
      <Progress
        mt={6}
        size="sm"
        value={readShare === null ? 100 : readShare * 100}
        animated={readShare === null}
        aria-label={`Attaching ${name}`}
      />
    </>
  )
}

function FileItem(props: { readonly file: ApplicationFile; readonly here: Here; readonly panel: Panel }) {
  const { file, here, panel } = props
  const { id, name } = file
  const api = useApi()
  const perform = usePerform()
  const [isReading, setReading] = useState(false)
  const download = async () => {
    setReading(true)
    try {
      const { base64 } = await api.applicationFiles.read.call({ id })
      saveFile(name, new Blob([bytesOf(base64)], { type: file.mediaType }))
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      setReading(false)
    }
  }
  return (
    <div className={parts.top}>
      <div>
        <p className={parts.name}>{name}</p>
        <p className={parts.line}>
          {formatBytes(file.bytes)} · added on {dateWords(file.addedAt, here)}
        </p>
        <div className={parts.badges}>
          <ToneBadge tone="plain">{FILE_KIND_WORDS[file.kind]}</ToneBadge>
        </div>
      </div>
      <div className={parts.buttons}>
        <Tooltip label="Download">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            loading={isReading}
            aria-label={`Download ${name}`}
            onClick={() => void download()}
          >
            <IconDownload size={15} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <PartButtons
          sectionId={ID}
          partId={id}
          name={name}
          panel={panel}
          hasNoEdit
          onRemove={() =>
            perform({
              call: () => api.applicationFiles.remove.call({ id }),
              said: 'File removed',
              undo: () => api.applicationFiles.restore.call({ id }),
            })
          }
        />
      </div>
    </div>
  )
}
