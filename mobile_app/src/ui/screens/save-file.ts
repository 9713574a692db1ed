/** Saves a file with the phone's own download. */
export function saveFile(file: File, address = URL.createObjectURL(file)): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
}
