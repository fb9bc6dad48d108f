import './zod-jitless.ts'
import './ui/mantine-css.ts'
import '@fontsource-variable/inter/wght.css'
import './ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { startApp } from './app/start.tsx'

const element = document.getElementById('root')
if (!element) throw new Error('The page has no #root')
void startApp(createRoot(element))
