import { useNavigate } from '@tanstack/react-router'
import type { Document } from '#shared/documents.ts'
import { useCommands, type Command } from '../../../ui/commands.tsx'
import { useDocumentDeeds } from '../use-document.ts'
import type { Pane } from './editor-bar.tsx'
import { keepingFocus } from './keep-focus.ts'
import type { DocumentKeeper } from './keeper/document-keeper.ts'
import { useLock } from './use-lock.ts'

const GROUP = 'This document'

/** What the palette and the keys offer while one document is open. */
export function useEditorCommands(options: {
  readonly document: Document
  readonly keeper: DocumentKeeper
  readonly onPane: (pane: Pane) => void
}): void {
  const { document, keeper, onPane } = options
  const { id, isLocked, isMaster } = document
  const navigate = useNavigate()
  const deeds = useDocumentDeeds()
  const turnLock = useLock(document, keeper)
  const commands: Command[] = [
    { id: 'document.preview', group: GROUP, label: 'Show the pages', keys: '1', run: () => onPane('preview') },
    { id: 'document.claims', group: GROUP, label: 'Show open claims', keys: '2', run: () => onPane('claims') },
    { id: 'document.check', group: GROUP, label: 'Show the check of the file', keys: '3', run: () => onPane('check') },
    {
      id: 'document.versions',
      group: GROUP,
      label: 'Versions of this document',
      keys: 'v',
      run: () => void navigate({ to: '/documents/$id/versions', params: { id: String(id) } }),
    },
    {
      id: 'document.lock',
      group: GROUP,
      label: isLocked ? 'Unlock the document' : 'Lock the document',
      run: () => void turnLock(),
    },
    {
      id: 'document.master',
      group: GROUP,
      label: isMaster ? 'No longer start from this one' : 'Make it the one that others start from',
      run: () => void deeds.setMaster(id, !isMaster),
    },
  ]
  const edits: Command[] = [
    { id: 'document.undo', group: GROUP, label: 'Undo the last edit', keys: 'z', run: () => keepingFocus(keeper.undo) },
    {
      id: 'document.redo',
      group: GROUP,
      label: 'Redo the edit',
      keys: 'shift+z',
      run: () => keepingFocus(keeper.redo),
    },
  ]
  useCommands(isLocked ? commands : [...commands, ...edits])
}
