import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** strong = the one thing to do here; quiet = text that can be pressed. */
  readonly look?: 'plain' | 'strong' | 'quiet';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', className, ...rest }: ButtonProps): ReactNode {
  return <button type="button" className={[styles[look], className].filter(Boolean).join(' ')} {...rest} />;
}
