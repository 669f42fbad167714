import { useRef, type ReactNode } from 'react';
import type { Seat } from '../../protocol/model.ts';
import { openFiles } from '../../store/open/open-files.ts';
import type { GivenFile } from '../../store/open/sort-files.ts';
import { useAppHandle } from '../../store/use-app.ts';
import { Button } from '../../ui/button/Button.tsx';
import { pickedFiles } from './dropped-files.ts';
import styles from './FilePicker.module.css';

export interface FilePickerProps {
  readonly label: string;
  readonly folder?: boolean;
  readonly accept?: string;
  /** The files must make a checkpoint: a text is refused. */
  readonly checkpoint?: boolean;
  /** Where a checkpoint goes. */
  readonly seat?: Seat;
  readonly look?: 'plain' | 'strong' | 'quiet';
  readonly onOpened?: () => void;
  /** What takes the files in place of the page. */
  readonly onFiles?: (given: readonly GivenFile[]) => void;
}

/** A button that opens the browser's choice of files or of a folder. */
export function FilePicker(props: FilePickerProps): ReactNode {
  const { label, folder = false, checkpoint = folder, accept, look, seat, onOpened, onFiles } = props;
  const { store } = useAppHandle();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(look && { look })} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        className={styles['input']}
        aria-label={label}
        tabIndex={-1}
        multiple={!folder && accept === undefined}
        {...(accept !== undefined && { accept })}
        {...(folder && { webkitdirectory: '' })}
        onChange={(event) => {
          const given = pickedFiles(event.target.files);
          event.target.value = '';
          if (given.length === 0) return;
          if (onFiles) onFiles(given);
          else void openFiles(store, given, checkpoint ? 'checkpoint' : 'anything', seat);
          onOpened?.();
        }}
      />
    </>
  );
}
