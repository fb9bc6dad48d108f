// What the frame may use of adding jobs.
export { DropZone } from './drop-zone.tsx'
