export { default as regular } from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?inline'
export { default as italic } from '@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf?inline'
export { default as semiBold } from '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf?inline'
export { default as semiBoldItalic } from '@expo-google-fonts/noto-sans/600SemiBold_Italic/NotoSans_600SemiBold_Italic.ttf?inline'
