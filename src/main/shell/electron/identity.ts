export const APP_NAME = 'Career Copilot'
/** The same as `appId` of the packages: Windows ties the running window to its start menu entry by it. */
export const APP_ID = 'app.career-copilot.desktop'
