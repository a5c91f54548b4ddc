// SPDX-License-Identifier: EUPL-1.2
/** Buttons as every panel uses them. */
import { type ReactNode, type Ref, useContext } from 'react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger, TooltipTriggerStateContext } from 'react-aria-components/Tooltip';
import style from './controls.module.css';
import { Icon, type IconName } from './icon';

type Side = 'top' | 'bottom' | 'left' | 'right';

/**
 * What is shown of a button that is pointed at or focused: within its `TooltipTrigger`. Away as soon as it
 * is closed: one that the library unmounts after its exit may come back and stay for ever when the focus
 * runs over several buttons (adobe/react-spectrum, issue 10496), and ours has no exit to wait for.
 */
export function Tip({ side, children }: { side: Side; children: ReactNode }) {
  const state = useContext(TooltipTriggerStateContext);
  return (
    state?.isOpen && (
      <Tooltip className={style.tip!} placement={side} offset={6}>
        {children}
      </Tooltip>
    )
  );
}

/** A square button with an icon; its name is said, and shown when pointed at or focused. */
export function IconButton({
  icon,
  label,
  side = 'bottom',
  ...props
}: Omit<ButtonProps, 'children' | 'className'> & {
  icon: IconName;
  label: string;
  side?: Side;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      <Button {...props} aria-label={label} className={style.icon!}>
        <Icon name={icon} />
      </Button>
      <Tip side={side}>{label}</Tip>
    </TooltipTrigger>
  );
}

export function TextButton({
  icon,
  kind = 'text',
  primary = false,
  children,
  ...props
}: Omit<ButtonProps, 'children' | 'className'> & {
  icon?: IconName;
  /** `quiet` has no border. */
  kind?: 'text' | 'quiet';
  primary?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <Button {...props} className={primary ? `${style[kind]} ${style.primary}` : style[kind]!}>
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
    </Button>
  );
}

/** Said by a screen reader, not drawn. */
export function Said({ children }: { children: ReactNode }) {
  return <span className={style.hidden}>{children}</span>;
}
