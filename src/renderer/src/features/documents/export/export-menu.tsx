import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload, IconLock, IconLockOpen, IconPaperclip, IconStar } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Document, FileFormat } from '#shared/documents.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { notify, notifyAction, notifyProblem } from '../../../ui/notify.tsx'
import { bytesOf, saveFile } from '../../../ui/save-file.ts'
import type { DocumentKeeper } from '../editor/keeper/document-keeper.ts'
import { useDocumentDeeds } from '../use-document.ts'
import { useLock } from '../editor/use-lock.ts'

const AttachDialog = lazy(async () => ({ default: (await import('./attach-dialog.tsx')).AttachDialog }))

/** Downloads, attaching to an application, and what else is done with a whole document. */
export function ExportMenu(props: {
  readonly document: Document
  readonly keeper: DocumentKeeper
  readonly openClaims: number
}) {
  const { document, keeper, openClaims } = props
  const deeds = useDocumentDeeds()
  const turnLock = useLock(document, keeper)
  const { isMaking, download } = useDownload(keeper, document.name)
  const [isAttaching, setAttaching] = useState(false)
  const { id, isLocked, isMaster } = document
  return (
    <>
      <Menu position="bottom-end" width={270}>
        <Menu.Target>
          <Button size="xs" loading={isMaking} rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={14} aria-hidden="true" />} onClick={() => void download('pdf')}>
            Download as PDF
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={14} aria-hidden="true" />} onClick={() => void download('docx')}>
            Download as Word (DOCX)
          </Menu.Item>
          <Menu.Item leftSection={<IconPaperclip size={14} aria-hidden="true" />} onClick={() => setAttaching(true)}>
            Attach to an application
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={
              isLocked ? <IconLockOpen size={14} aria-hidden="true" /> : <IconLock size={14} aria-hidden="true" />
            }
            onClick={() => void turnLock()}
          >
            {isLocked ? 'Unlock' : 'Lock'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconStar size={14} aria-hidden="true" />}
            onClick={() => void deeds.setMaster(id, !isMaster)}
          >
            {isMaster ? 'No longer the master' : 'Make it the master'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAttaching && (
        <Suspense fallback={null}>
          <AttachDialog
            document={document}
            keeper={keeper}
            openClaims={openClaims}
            onClose={() => setAttaching(false)}
          />
        </Suspense>
      )}
    </>
  )
}

const LEFT = 'Its page was left before the file was made. Open the document and download it again.'

function useDownload(keeper: DocumentKeeper, name: string) {
  const api = useApi()
  const [isMaking, setMaking] = useState(false)
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])
  const download = async (format: FileFormat): Promise<void> => {
    leaving.current = new AbortController()
    const { signal } = leaving.current
    setMaking(true)
    try {
      const { base64, fileName, mediaType, check } = await api.documents.render.call(
        { ...keeper.state().working, format },
        { signal },
      )
      saveFile(fileName, new Blob([bytesOf(base64)], { type: mediaType }))
      const failed = check.checks.filter(({ isOk }) => !isOk).length
      if (failed === 0) notify(`${fileName} is downloaded`)
      else
        notifyAction(`${fileName} is downloaded, with ${formatQuantity(failed, ['thing', 'things'])} to look at`, {
          label: 'Download again',
          run: () => void download(format),
        })
    } catch (error) {
      const title = `${name} was not exported`
      if (signal.aborted) notifyProblem({ title, message: LEFT })
      else notifyProblem({ ...describeProblem(error), title })
    } finally {
      setMaking(false)
    }
  }
  return { isMaking, download }
}
