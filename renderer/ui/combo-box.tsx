import './combo-box.css';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  Collection,
  Group,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import { useText } from '../text/index.tsx';
import { defined } from './defined.ts';
import { ariaField, FieldLabel, FieldMessages, type FieldProps, fieldClass } from './field.tsx';
import { OptionView } from './option-view.tsx';
import { Spinner } from './spinner.tsx';

export interface ComboItem {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  /** Items of one section stand together under its words. */
  readonly section?: string | undefined;
}

export interface ComboBoxProps extends FieldProps {
  readonly inputValue: string;
  readonly onInputChange: (text: string) => void;
  /** Shown as given: the caller searches. */
  readonly items: readonly ComboItem[];
  readonly onSelect: (id: string) => void;
  /** The text was emptied. */
  readonly onClear?: (() => void) | undefined;
  readonly isLoading?: boolean | undefined;
  readonly emptyLabel?: string | undefined;
  /** False closes the list while there is nothing to choose; true by default. */
  readonly showsEmpty?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly icon?: ReactNode;
  /** Enter with text that is no item. */
  readonly onCommitText?: ((text: string) => void) | undefined;
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined;
}

interface SectionOfItems {
  readonly id: string;
  readonly items: readonly ComboItem[];
}

function inSections(items: readonly ComboItem[]): readonly SectionOfItems[] {
  const names = [...new Set(items.map((item) => item.section ?? ''))];
  return names.map((id) => ({ id, items: items.filter((item) => (item.section ?? '') === id) }));
}

function Item({ item }: { readonly item: ComboItem }) {
  return (
    <ListBoxItem id={item.id} textValue={item.label} className="c-option">
      <OptionView label={item.label} description={item.description} icon={item.icon} />
    </ListBoxItem>
  );
}

/** A text field with a list of matches that the caller finds. */
export function ComboBox(props: ComboBoxProps) {
  const words = useText().ui;
  const sections = inSections(props.items);
  const hasSections = sections.some((section) => section.id !== '');
  const { onCommitText, inputValue } = props;
  // Only typing opens the list: the text also changes when a choice is made or a name is read.
  const [isTyping, setIsTyping] = useState(false);
  // The list closes when the selected key changes: it is held for one turn and given back.
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    if (chosen !== null) setChosen(null);
  }, [chosen]);
  return (
    <AriaComboBox
      {...ariaField(props)}
      {...defined({ autoFocus: props.autoFocus, isReadOnly: props.isReadOnly })}
      inputValue={inputValue}
      onInputChange={(text) => {
        props.onInputChange(text);
        if (text === '') props.onClear?.();
      }}
      selectedKey={chosen}
      onSelectionChange={(key) => {
        if (key === null) return;
        setIsTyping(false);
        setChosen(String(key));
        props.onSelect(String(key));
      }}
      items={props.items}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={props.showsEmpty ?? true}
      menuTrigger={isTyping ? 'input' : 'manual'}
      className={fieldClass(props, 'c-combo')}
    >
      <FieldLabel {...props} />
      <Group className="c-input-box">
        {props.icon}
        <Input
          className="c-input"
          dir={props.dir ?? 'auto'}
          onInput={() => setIsTyping(true)}
          {...defined({ placeholder: props.placeholder })}
          onKeyDown={(event) => {
            const isFree = event.currentTarget.getAttribute('aria-activedescendant') === null;
            if (event.key === 'Enter' && isFree && inputValue.trim() !== '') {
              setIsTyping(false);
              onCommitText?.(inputValue.trim());
            }
          }}
        />
        {props.isLoading === true ? <Spinner label={words.searching} /> : null}
        <Button className="c-combo-button" aria-label={words.showChoices(props.label)}>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </Group>
      <FieldMessages {...props} />
      <Popover className="c-pop" offset={2}>
        <ListBox
          className="c-options"
          renderEmptyState={() => (
            <div className="c-options-empty">
              {props.isLoading === true
                ? words.searching
                : (props.emptyLabel ?? words.nothingFound)}
            </div>
          )}
        >
          {hasSections
            ? sections.map((section) => (
                <ListBoxSection key={section.id} id={`section:${section.id}`}>
                  <Header className="c-options-heading">{section.id}</Header>
                  <Collection items={section.items}>{(item) => <Item item={item} />}</Collection>
                </ListBoxSection>
              ))
            : (item: ComboItem) => <Item item={item} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
