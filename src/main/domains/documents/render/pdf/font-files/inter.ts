export { default as regular } from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?inline'
export { default as italic } from '@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf?inline'
export { default as semiBold } from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?inline'
export { default as semiBoldItalic } from '@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf?inline'
