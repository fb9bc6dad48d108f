export { default as regular } from '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf?inline'
export { default as italic } from '@expo-google-fonts/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf?inline'
export { default as semiBold } from '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf?inline'
export { default as semiBoldItalic } from '@expo-google-fonts/noto-serif/600SemiBold_Italic/NotoSerif_600SemiBold_Italic.ttf?inline'
